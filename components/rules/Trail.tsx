import { Button, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatDate } from '../../lib/i18n/format.ts';
import { isUndoable } from '../../lib/lists/changes.ts';
import type { Database, TrailEntry } from '../../lib/log/database.ts';
import { readTrail, undoChange } from '../../lib/log/trail.ts';
import { useText } from '../frame/use-text.ts';
import { useBy, useLog, useWatch } from '../use-log.ts';
import styles from './changes.module.css';
import { type Names, tellChanges } from './tell-change.ts';

const step = 100;

interface Props {
  names: Names;
  onClose(): void;
}

/** Who changed what, when and why; each can be taken back where nothing was changed again since. */
export function Trail({ names, onClose }: Props) {
  const text = useText();
  const [limit, setLimit] = useState(step);
  const query = useMemo(() => (db: Database) => readTrail(db, limit), [limit]);
  const { value: entries } = useWatch(query);
  return (
    <Modal
      opened
      size={720}
      onClose={onClose}
      title={text.lists.trail}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      {entries?.length === 0 && <p>{text.lists.noTrail}</p>}
      <ol className={styles.trail}>
        {entries?.map((entry) => (
          <Entry key={entry.id} entry={entry} names={names} />
        ))}
      </ol>
      {entries?.length === limit && (
        <Button size="xs" variant="default" onClick={() => setLimit(limit + step)}>
          {text.shop.more(String(step))}
        </Button>
      )}
    </Modal>
  );
}

function Entry({ entry, names }: { entry: TrailEntry; names: Names }) {
  const text = useText();
  const db = useLog();
  const by = useBy();
  const [outcome, setOutcome] = useState<string | null>(null);
  const { id = 0, at, who, why, undoes, changes } = entry;
  const what = tellChanges(changes, names);
  const undo = () =>
    undoChange(db, id, by()).then(
      (isDone) => setOutcome(isDone ? text.lists.undone : text.lists.stale),
      () => setOutcome(text.lists.failed),
    );
  return (
    <li>
      <time dateTime={new Date(at).toISOString()}>{formatDate(at)}</time>
      <b>{who || (changes[0]?.part === 'holding' ? text.profile.system : text.lists.nobody)}</b>
      <span className={styles.told}>
        {undoes !== undefined && `${text.common.undo} · `}
        {what}
        {why && <span className={styles.why}> {text.lists.because(why)}</span>}
      </span>
      <span role="status" className={styles.why}>
        {outcome}
      </span>
      {isUndoable(changes) && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={text.lists.undoThis(what)}
          onClick={() => void undo()}
        >
          {text.common.undo}
        </Button>
      )}
    </li>
  );
}
