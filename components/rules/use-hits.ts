import { useEffect, useMemo, useState } from 'react';
import type { Database } from '../../lib/log/database.ts';
import { watch } from '../../lib/log/reader.ts';
import type { Session } from '../../lib/model.ts';
import { type HitsByRule, readHits, sumHits } from '../../lib/report/hits.ts';
import { useLog } from '../use-log.ts';

/** Sessions that count: the newest in which anything was seen. */
const sessionsCounted = 5;
/** The page is drawn first (ms). */
const first = 300;
/** The least time between two readings of what is still worked up (ms). */
const calm = 2000;

const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

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

/** Reads the hits of each session once, and again whenever it was worked up further. Returns the undo. */
function followHits(
  db: Database,
  ids: readonly string[],
  onRead: (known: ReadonlyMap<string, HitsByRule>) => void,
): () => void {
  const known = new Map<string, HitsByRule>();
  const due = new Set<string>();
  let isGone = false;
  let isReading = false;
  const read = async () => {
    if (isReading) return;
    isReading = true;
    await rest(first);
    while (due.size > 0 && !isGone) {
      const now = [...due];
      due.clear();
      for (const id of now) {
        // what cannot be read stays unknown
        const hits = await readHits(db, id, () => isGone).catch(() => null);
        if (isGone) return;
        if (hits) known.set(id, hits);
        else known.delete(id);
      }
      onRead(new Map(known));
      await rest(calm);
    }
    isReading = false;
  };
  const undo = ids.map((id) =>
    watch(
      () => db.digests.where(':id').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).count(),
      () => {
        due.add(id);
        void read();
      },
      () => {},
    ),
  );
  return () => {
    isGone = true;
    for (const stop of undo) stop();
  };
}
