import type { CommentEvent, LoggedEvent, Session } from '../model.ts';
import { addToVisit, emptyVisit, isBy, type Visit } from '../viewers/history.ts';
import { KeptViewer, mostViewers } from '../viewers/schema.ts';
import type { Database } from './database.ts';
import { readBytes, readSessions } from './reader.ts';

/** All that is kept of viewers. */
export const readViewers = (db: Database): Promise<KeptViewer[]> => db.viewers.toArray();

/** Keeps what is to be remembered of a viewer; with nothing to remember the row goes. Throws when there are too many. */
export const keepViewer = (db: Database, viewer: KeptViewer): Promise<void> =>
  db.transaction('rw', db.viewers, async () => {
    const kept = KeptViewer.parse(viewer);
    if (kept.note === '' && !kept.isPinned && !kept.isMuted) await db.viewers.delete(kept.id);
    else {
      await db.viewers.put(kept);
      if ((await db.viewers.count()) > mostViewers.rows)
        throw new Error(`At most ${mostViewers.rows} viewers fit.`);
    }
  });

/**
 * What a viewer said and did, session by session, the given one first, then the others of its platform from the newest
 * on; a session without a trace is passed over. Pages that do not hold the id are not even parsed. Ends when `signal` is.
 */
export async function* visitsOf(
  db: Database,
  who: Pick<CommentEvent, 'userId' | 'nick'>,
  session: string,
  signal: AbortSignal,
): AsyncGenerator<Visit> {
  const all = await readSessions(db);
  const here = all.find(({ id }) => id === session);
  if (!here) return;
  const others = all.filter(({ id, platform }) => id !== session && platform === here.platform);
  for (const one of [here, ...others]) {
    const visit = await visitIn(db, who, one, signal);
    if (signal.aborted) return;
    if (visit.lastAt > 0 || one === here) yield visit;
  }
}

async function visitIn(
  db: Database,
  who: Pick<CommentEvent, 'userId' | 'nick'>,
  { id, startedAt }: Session,
  signal: AbortSignal,
): Promise<Visit> {
  const visit = emptyVisit(id, startedAt);
  const isTheirs = isBy(who);
  // as it stands in the page
  const mark = JSON.stringify(who.userId ?? who.nick);
  const decoder = new TextDecoder();
  for await (const pages of readBytes(db, id)) {
    if (signal.aborted) break;
    for (const { first, bytes } of pages) {
      const text = bytes && decoder.decode(bytes);
      if (!text?.includes(mark)) continue;
      const events = JSON.parse(`[${text}]`) as LoggedEvent[];
      for (const [i, event] of events.entries())
        if (isTheirs(event)) addToVisit(visit, { ...event, seq: first + i });
    }
  }
  return visit;
}
