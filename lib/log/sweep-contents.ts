import type { ListHead } from '../lists/word-list.ts';
import type { Database } from './database.ts';

/** So long a change of a list can be taken back (ms). */
const undoable = 30 * 86_400_000;

/**
 * Lets go of what lists once held when nothing names it any more: no list, no version that waits, no change of the last
 * 30 days, no rule set that a session still kept may rest on. Gives how many went.
 */
export const sweepContents = (db: Database, now: number): Promise<number> =>
  db.transaction(
    'rw',
    [db.listContents, db.lists, db.ruleSets, db.sessions, db.subscriptions, db.trail],
    async () => {
      const hashes = (await db.listContents.toCollection().primaryKeys()) as string[];
      if (hashes.length === 0) return 0;
      const newest = Math.max(0, ...(await db.sessions.toArray()).map(({ lastAt }) => lastAt));
      const [heads, subscriptions, sets, changes] = await Promise.all([
        db.lists.toArray(),
        db.subscriptions.toArray(),
        db.ruleSets.filter(({ at }) => at <= newest || at > now - undoable).toArray(),
        db.trail
          .where('at')
          .above(now - undoable)
          .toArray(),
      ]);
      const named = new Set([
        ...heads.map(({ hash }) => hash),
        ...subscriptions.map(({ held }) => held?.hash),
        ...sets.flatMap(({ lists = [] }) => lists.map(({ hash }) => hash)),
        ...changes.flatMap((entry) =>
          entry.changes
            .filter(({ part }) => part === 'heads')
            .flatMap(({ before, after }) => [...before, ...after] as ListHead[])
            .map(({ hash }) => hash),
        ),
      ]);
      const gone = hashes.filter((hash) => !named.has(hash));
      await db.listContents.bulkDelete(gone);
      return gone.length;
    },
  );
