import { afterLook, isDue, type Subscription } from '../../lib/lists/subscription.ts';
import type { Net } from '../../lib/lists/subscription-fetch.ts';
import { isMuchMore, lineSources } from '../../lib/lists/what-if.ts';
import type { Database } from '../../lib/log/database.ts';
import { updateList, type Weigh } from '../../lib/log/subscriptions.ts';
import { rulesNow, withContent, withList } from './proposals.ts';
import type { Replay } from './replay.ts';
import { replayedSessions, type Tasks } from './tasks.ts';

/** One page fetches at a time, whoever asks. */
const lock = 'live-room-copilot-lists';

/** Fetches lists one after the other; one that may not be reached is told so. */
export const updateLists = (
  db: Database,
  net: Net,
  { lists, denied, isAsked }: Tasks['update']['given'],
  replay: Replay,
): Promise<void> =>
  navigator.locks.request(lock, async () => {
    const isWanted = (before: Subscription | undefined) =>
      before !== undefined && (isAsked || isDue(before, Date.now()));
    for (const id of denied) {
      const before = await db.subscriptions.get(id);
      if (before && isWanted(before))
        await db.subscriptions.put(
          afterLook(before, { kind: 'failed', trouble: 'no-permission' }, Date.now()),
        );
    }
    for (const id of lists)
      if (isWanted(await db.subscriptions.get(id)))
        await updateList(db, id, net, Date.now(), weighBy(db, replay));
  });

/** A list that is off flags nothing yet: switching it on shows what it would. */
const weighBy =
  (db: Database, replay: Replay): Weigh =>
  async ({ id }, content) => {
    const now = await rulesNow(db);
    if (!now.lists?.some((list) => list.id === id)) return null;
    const without = withList(now, id, null);
    const [change, today] = await replay(
      [
        [now, withContent(now, id, content)],
        [without, now],
      ],
      replayedSessions,
    );
    if (!change || !today) return null;
    const sum = (of: (source: (typeof lineSources)[number]) => number) =>
      lineSources.reduce((all, source) => all + of(source), 0);
    const flagged = sum((source) => today.counts[source].new);
    return isMuchMore(change, flagged)
      ? { flags: sum((source) => change.counts[source].new), of: sum((source) => change.read[source]) }
      : null;
  };
