import type { Database } from '../log/database.ts';

/**
 * A seq at most a page or two away from the first event that was seen after `at` (ms epoch), without an index: by
 * halving over the pages.
 */
export async function seqNear(db: Database, session: string, at: number): Promise<number> {
  const record = await db.sessions.get(session);
  let low = 0;
  let high = record?.events ?? 0;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const page = await db.pages.where(':id').between([session, 0], [session, middle], true, true).last();
    if (!page) return low;
    const end = page.first + page.count;
    if (page.at > at) high = page.first;
    else if (end > high || low >= end) return Math.min(end, high);
    else low = Math.max(end, low + 1);
  }
  return low;
}
