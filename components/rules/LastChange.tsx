import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { isUndoable } from '../../lib/lists/changes.ts';
import type { Database } from '../../lib/log/database.ts';
import { readTrail, undoChange } from '../../lib/log/trail.ts';
import { useText } from '../frame/use-text.ts';
import { useBy, useLog, useWatch } from '../use-log.ts';
import styles from './changes.module.css';
import { type Names, tellChanges } from './tell-change.ts';

/** What is only written down may come in between. */
const looked = 20;
const readLast = async (db: Database) =>
  (await readTrail(db, looked)).find(({ changes }) => isUndoable(changes)) ?? null;

/** The newest change since the page was opened, and the way back: the button, or Ctrl+Z. */
export function LastChange({ names }: { names: Names }) {
  const text = useText();
  const db = useLog();
  const by = useBy();
  const [since] = useState(Date.now);
  const { value: last } = useWatch(readLast);
  const [refused, setRefused] = useState<number | null>(null);
  const id = last && last.at >= since ? last.id : undefined;

  const undo = useCallback(async () => {
    if (id === undefined) return;
    if (!(await undoChange(db, id, by()))) setRefused(id);
  }, [db, id, by]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isField = (event.target as HTMLElement).matches?.('input:not([type="checkbox"]), textarea');
      if (isField || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      if (event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      void undo();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [undo]);
  return (
    <div role="status" aria-label={text.lists.last} className={styles.last}>
      {last && id !== undefined && (
        <>
          <span className={styles.told}>
            {last.undoes !== undefined && `${text.common.undo} · `}
            {refused === id ? text.lists.stale : tellChanges(last.changes, names)}
          </span>
          <Button size="compact-xs" variant="default" onClick={() => void undo()}>
            {last.undoes === undefined ? text.common.undo : text.lists.redo}
          </Button>
        </>
      )}
    </div>
  );
}
