import type { Session } from '../model.ts';
import { sameBroadcast } from './attach.ts';
import type { Database, Page } from './database.ts';
import { isPacked, isSame, packPages } from './page.ts';

/** Pages taken at once: what is appended meanwhile waits for a part of a second at most. */
const stretch = 16;

/** See `Writer.settle`. */
export async function settle(db: Database, id: string): Promise<void> {
  let from = await firstUnsettled(db, id);
  let to = from;
  for (let isMore = true; isMore; ) {
    const pages = await db.pages
      .where(':id')
      .between([id, from], [id, Number.MAX_SAFE_INTEGER])
      .limit(stretch)
      .toArray();
    // packing does not keep a transaction open, so it is done between two
    const packed = await packPages(pages);
    if (!(await swap(db, pages, packed))) continue;
    isMore = pages.length === stretch;
    const last = packed.at(-1);
    if (!last) break;
    to = last.first + last.count;
    // the last page may still take from what follows
    from = packed.length === 1 && pages.length === 1 ? to : last.first;
  }
  await db.transaction('rw', db.sessions, async () => {
    const session = await db.sessions.get(id);
    if (session)
      await db.sessions.update(id, { settled: to, loose: session.events === to ? 0 : session.loose });
  });
}

/** Sessions whose pages could be packed and are not all: ended, left by their tab, or long quiet. Newest first. */
export async function findRestless(db: Database, now: number): Promise<string[]> {
  const rests = ({ tabId, isClosed, lastAt }: Session) =>
    tabId === null || isClosed || now - lastAt > sameBroadcast;
  const found = await db.sessions
    .orderBy('startedAt')
    .reverse()
    .filter((session) => session.events > 0 && session.settled !== session.events && rests(session))
    .toArray();
  return found.map(({ id }) => id);
}

/** The last page of an earlier settling may not have been full. */
async function firstUnsettled(db: Database, id: string): Promise<number> {
  const settled = (await db.sessions.get(id))?.settled ?? 0;
  const last = await db.pages.where(':id').between([id, 0], [id, settled]).last();
  return last?.first ?? 0;
}

/** Puts packed pages in the place of those they were made of; false when these have changed meanwhile. */
async function swap(db: Database, pages: readonly Page[], packed: readonly Page[]): Promise<boolean> {
  const stale = pages.filter((page) => !packed.includes(page));
  if (stale.length === 0) return true;
  const keys = stale.map(({ session, first }) => [session, first] as [string, number]);
  return db.transaction('rw', db.pages, async () => {
    const now = await db.pages.bulkGet(keys);
    const isUnchanged = stale.every((page, i) => {
      const found = now[i];
      return found && isSame(found, page) && isPacked(found) === isPacked(page);
    });
    if (!isUnchanged) return false;
    await db.pages.bulkDelete(keys);
    await db.pages.bulkPut(packed.filter((page) => !pages.includes(page)));
    return true;
  });
}
