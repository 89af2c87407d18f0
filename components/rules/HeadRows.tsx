import { Switch } from '@mantine/core';
import { termKey } from '../../lib/compliance/types.ts';
import { formatDay } from '../../lib/i18n/format.ts';
import type { ListHead } from '../../lib/lists/word-list.ts';
import { useText } from '../frame/use-text.ts';
import { useFirstLook } from '../intake/FirstLook.tsx';
import { SubscriptionLine } from '../intake/SubscriptionLine.tsx';
import { Lock } from '../policy/Lock.tsx';
import { useDesk } from './desk.ts';
import { ListMenu } from './ListMenu.tsx';
import { type Kind, switched } from './switches.ts';
import styles from './tree.module.css';
import type { TreeRow } from './tree-rows.ts';

/** The head of a built-in list. */
export function ListRow({ row: { list, key, isOpen } }: { row: TreeRow & { kind: 'list' } }) {
  const text = useText();
  const { off, locks } = useDesk();
  const isFirm = locks.list(list.id);
  const isOn = isFirm || !off.lists.has(list.id);
  const all = list.categories.flatMap(({ id, rules }) =>
    rules.map((rule) => ({ category: id, id: rule.id })),
  );
  const used = all.filter(
    ({ id, category }) =>
      isFirm || locks.level(id) || (isOn && !off.categories.has(category) && !off.rules.has(id)),
  );
  return (
    <header className={styles.listHead} data-off={!isOn}>
      <OnSwitch kind="lists" id={list.id} isFirm={isFirm} label={text.rules.switchList(list.name)} />
      <Opener rowKey={key} isOpen={isOpen} name={list.name} />
      <span className={styles.meta}>
        <span>{text.lists.builtIn}</span>
        <span>{text.lists.hash(list.hash)}</span>
      </span>
      <span className={styles.used}>{text.rules.used(used.length, all.length)}</span>
    </header>
  );
}

/** A category of a built-in list. */
export function CategoryRow({ row }: { row: TreeRow & { kind: 'category' } }) {
  const { list, category, key, isOpen } = row;
  const text = useText();
  const { off, locks } = useDesk();
  const isFirm = locks.list(list.id);
  const isOn = isFirm || (!off.lists.has(list.id) && !off.categories.has(category.id));
  const used = category.rules.filter(
    ({ id }) => isFirm || locks.level(id) || (isOn && !off.rules.has(id)),
  ).length;
  return (
    <div className={styles.categoryHead} data-off={!isOn}>
      <OnSwitch
        kind="categories"
        id={category.id}
        isLocked={off.lists.has(list.id)}
        isFirm={isFirm}
        label={text.rules.switchCategory(category.name)}
      />
      <Opener rowKey={key} isOpen={isOpen} name={category.name} id={category.id} />
      <span className={styles.used}>{text.rules.used(used, category.rules.length)}</span>
    </div>
  );
}

/** The head of a list of words. */
export function WordsRow({ row: { words, key, isOpen } }: { row: TreeRow & { kind: 'words' } }) {
  const text = useText();
  const { off, locks } = useDesk();
  const isFirm = locks.list(words.id);
  const { head, content } = words;
  const total = head
    ? head.terms + head.phrases
    : (content?.terms.length ?? 0) + (content?.allow.length ?? 0);
  const prefix = termKey(words.id, '');
  const isOn = isFirm || !off.lists.has(words.id);
  let used = isOn ? total : 0;
  if (isOn && !isFirm) for (const one of off.terms) if (one.startsWith(prefix)) used--;
  return (
    <header className={styles.listHead} data-off={!isOn}>
      <OnSwitch
        kind="lists"
        id={words.id}
        isFirm={isFirm}
        label={text.rules.switchList(words.name)}
        list={head}
      />
      <Opener rowKey={key} isOpen={isOpen} name={words.name} />
      <span className={styles.meta}>
        {head && (
          <>
            <span>{text.lists.version(head.version)}</span>
            <span>{text.lists.updated(formatDay(head.updatedAt))}</span>
            <span title={head.hash}>{text.lists.hash(head.hash.slice(0, 8))}</span>
            {head.note && <span>{head.note}</span>}
            <SubscriptionLine list={head} />
          </>
        )}
      </span>
      <span className={styles.used}>{text.rules.used(Math.max(0, used), total)}</span>
      {!isFirm && <ListMenu words={words} />}
    </header>
  );
}

interface SwitchProps {
  kind: Kind;
  id: string;
  label: string;
  /** what it stands in is off */
  isLocked?: boolean;
  /** a company keeps it on */
  isFirm?: boolean;
  /** the list of words that it switches */
  list?: ListHead | null;
}

function OnSwitch({ kind, id, label, isLocked = false, isFirm = false, list = null }: SwitchProps) {
  const { off, change } = useDesk();
  const set = (on: boolean) => change((before) => switched(before, kind, id, on));
  const first = useFirstLook(list, () => set(true));
  return (
    <>
      <Switch
        size="xs"
        data-main
        disabled={isLocked || isFirm}
        aria-label={label}
        checked={isFirm || !off[kind].has(id)}
        onChange={(event) => {
          if (event.currentTarget.checked) first.switchOn();
          else void set(false);
        }}
      />
      {isFirm && <Lock />}
      {first.dialog}
    </>
  );
}

function Opener(props: { rowKey: string; isOpen: boolean; name: string; id?: string }) {
  const { rowKey, isOpen, name, id } = props;
  const { toggle } = useDesk();
  return (
    <button type="button" className={styles.name} aria-expanded={isOpen} onClick={() => toggle(rowKey)}>
      {id && <span className={styles.id}>{id}</span>}
      <b>{name}</b>
    </button>
  );
}
