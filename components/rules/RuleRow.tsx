import { ActionIcon, Switch } from '@mantine/core';
import type { Level, Scope } from '../../lib/compliance/types.ts';
import { isSame } from '../../lib/lists/changes.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { Lock } from '../policy/Lock.tsx';
import { useDesk } from './desk.ts';
import { LevelSelect } from './Level.tsx';
import styles from './rules.module.css';
import { ScopeSelect, scopeName } from './ScopeSelect.tsx';
import { leveled, switched } from './switches.ts';
import type { TreeRow } from './tree-rows.ts';

/** One rule: what it looks for, on what basis, where it is off, and what it would and would not flag. */
export function RuleRow({ row }: { row: TreeRow & { kind: 'rule' } }) {
  const { list, category, rule, isAlone, isOpen, key } = row;
  const text = useText();
  const { rules, off, sessions, locks, change, toggle } = useDesk();
  const isFirm = locks.rule(rule.id, list.id);
  const isListOff = off.lists.has(list.id);
  const isCategoryOff = off.categories.has(category.id);
  // the only rule of a category stands for it: no switch above could free it
  const isOn = isFirm || (!off.rules.has(rule.id) && !(isAlone && isCategoryOff));
  const quiet = isFirm ? [] : rules.quiet.filter((one) => one.rule === rule.id);
  const name = isAlone ? rule.name : rule.name.replace(`${category.name} · `, '');

  const setLevel = (level: Level | undefined) =>
    void change((before) => leveled(before, rule.id, rule.severity as Level, level));
  const addQuiet = (scope: Scope | undefined) => {
    if (!scope) return;
    const one = { rule: rule.id, scope };
    void change((before) => ({
      ...before,
      quiet: [...before.quiet.filter((known) => !isSame(known, one)), one],
    }));
  };
  return (
    <article className={styles.rule} data-off={!isFirm && (!isOn || isListOff || isCategoryOff)}>
      <Switch
        size="xs"
        data-main
        disabled={isFirm || isListOff || (isCategoryOff && !isAlone)}
        aria-label={text.rules.switchRule(rule.name)}
        checked={isOn}
        onChange={(event) => {
          const on = event.currentTarget.checked;
          void change((before) => {
            const freed = isAlone && on ? switched(before, 'categories', category.id, true) : before;
            return switched(freed, 'rules', rule.id, on);
          });
        }}
      />
      <div className={styles.about}>
        <div className={styles.ruleHead}>
          {isFirm && <Lock />}
          <LevelSelect
            isFixed={isFirm && locks.level(rule.id) !== undefined}
            name={rule.name}
            level={locks.level(rule.id) ?? rules.levels[rule.id] ?? (rule.severity as Level)}
            usual={rule.severity as Level}
            onChange={setLevel}
          />
          <b>{name}</b>
          <span className={styles.id}>{rule.id}</span>
          {quiet.map(({ scope }) => {
            const where = scopeName(scope, text, sessions);
            return (
              <span key={JSON.stringify(scope)} className={styles.chip}>
                {text.lists.quiet(where)}
                <ActionIcon
                  size={16}
                  variant="subtle"
                  color="gray"
                  aria-label={text.lists.resume(rule.name, where)}
                  onClick={() =>
                    void change((before) => ({
                      ...before,
                      quiet: before.quiet.filter((one) => !isSame(one, { rule: rule.id, scope })),
                    }))
                  }
                >
                  <Icon name="remove" size={10} />
                </ActionIcon>
              </span>
            );
          })}
        </div>
        <button
          type="button"
          className={styles.opener}
          aria-expanded={isOpen}
          aria-label={text.lists.expand(rule.name)}
          onClick={() => toggle(key)}
        >
          <span className={styles.basis}>{rule.basis}</span> {text.rules.terms} · {text.rules.examples}
        </button>
        {isOpen && (
          <div className={styles.more}>
            {rule.match.map((pattern) => (
              <p key={pattern} className={styles.pattern}>
                {pattern.replaceAll('|', ' | ')}
              </p>
            ))}
            <ul>
              {[
                ...rule.flag.map((one) => [one, text.rules.flagged]),
                ...rule.pass.map((one) => [one, text.rules.passed]),
              ].map(([example, verdict]) => (
                <li key={example}>
                  <span className={styles.verdict}>{verdict}</span>
                  {example}
                </li>
              ))}
            </ul>
            {!isFirm && (
              <ScopeSelect
                label={`${text.lists.quietSet} ${rule.name}`}
                scope={undefined}
                none={text.lists.quietSet}
                sessions={sessions}
                onChange={addQuiet}
              />
            )}
          </div>
        )}
      </div>
    </article>
  );
}
