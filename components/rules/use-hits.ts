import { useEffect, useMemo, useState } from 'react';
import type { Database } from '../../lib/log/database.ts';
import { watch } from '../../lib/log/reader.ts';
import type { Session } from '../../lib/model.ts';
import { type HitsByRule, sumHits } from '../../lib/report/hits.ts';
import { useLog } from '../use-log.ts';
import { openHits } from './hits-line.ts';

/** Sessions that count: the newest in which anything was seen. */
const sessionsCounted = 5;
/** The page is drawn first (ms). */
const first = 300;
/** The least time between two readings of what is still worked up (ms). */
const calm = 2000;

/** What the rules found in the last sessions that were worked up. */
export interface LastHits {
  /** newest first */
  sessions: readonly Session[];
  rules: HitsByRule;
}

/** The hits of the last sessions, anew as more of them is worked up; null until any of it is known. */
export function useHits(sessions: readonly Session[]): LastHits | null {
  const db = useLog();
  const [known, setKnown] = useState<ReadonlyMap<string, HitsByRule>>(new Map());
  const newest = sessions.filter(({ events }) => events > 0).slice(0, sessionsCounted);
  const ids = newest.map(({ id }) => id).join('\n');
  useEffect(() => (ids ? followHits(db, ids.split('\n'), setKnown) : undefined), [db, ids]);
  const rules = useMemo(() => sumHits(ids.split('\n').flatMap((id) => known.get(id) ?? [])), [ids, known]);
  return useMemo(() => {
    const counted = sessions.filter(({ id }) => ids.split('\n').includes(id) && known.has(id));
    return counted.length > 0 ? { sessions: counted, rules } : null;
  }, [sessions, ids, known, rules]);
}

/** Has the hits of each session read once, and again whenever it was worked up further. Returns the undo. */
function followHits(
  db: Database,
  ids: readonly string[],
  onRead: (known: ReadonlyMap<string, HitsByRule>) => void,
): () => void {
  const known = new Map<string, HitsByRule>();
  const due = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** those that were asked for and not told yet */
  let awaited = 0;
  const line = openHits(db, ({ session, hits }) => {
    if (hits) known.set(session, hits);
    // what cannot be read stays unknown
    else known.delete(session);
    awaited--;
    if (awaited > 0) return;
    onRead(new Map(known));
    timer = setTimeout(ask, calm);
  });
  const ask = () => {
    timer = undefined;
    awaited = due.size;
    for (const id of due) line.ask(id);
    due.clear();
  };
  const undo = ids.map((id) =>
    watch(
      () => db.digests.where(':id').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).count(),
      () => {
        due.add(id);
        if (awaited === 0) timer ??= setTimeout(ask, first);
      },
      () => {},
    ),
  );
  return () => {
    clearTimeout(timer);
    line.close();
    for (const stop of undo) stop();
  };
}
