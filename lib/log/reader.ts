import { liveQuery } from 'dexie';
import type { LoggedEvent, Session } from '../model.ts';
import type { Database, Page } from './database.ts';
import { unpackPage } from './page.ts';

/** A run of events, and how many records in it were unreadable. */
export interface Run {
  events: LoggedEvent[];
  unreadable: number;
}

const range = (session: string, from: number, to: number): [[string, number], [string, number]] => [
  [session, from],
  [session, to],
];

/** Pages that hold events with `from` ≤ seq < `to`, in order, at most `limit` of them. */
async function pagesBetween(
  db: Database,
  session: string,
  from: number,
  to: number,
  limit: number,
): Promise<Page[]> {
  return db.transaction('r', db.pages, async () => {
    // the page that holds `from` may begin before it
    const holding = await db.pages
      .where(':id')
      .between(...range(session, 0, from), true, true)
      .last();
    const start = holding && holding.first + holding.count > from ? holding.first : from;
    return db.pages
      .where(':id')
      .between(...range(session, start, to), true, false)
      .limit(limit)
      .toArray();
  });
}

function unpack(pages: readonly Page[], from: number, to: number): Run {
  const run: Run = { events: [], unreadable: 0 };
  for (const page of pages) {
    const events = unpackPage(page);
    if (!events) run.unreadable += page.count;
    else if (page.first >= from && page.first + page.count <= to) run.events.push(...events);
    else run.events.push(...events.filter((event) => event.seq >= from && event.seq < to));
  }
  return run;
}

/** Reads the events with `from` ≤ seq < `to` at once. */
export async function readEvents(
  db: Database,
  session: string,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): Promise<Run> {
  return unpack(await pagesBetween(db, session, from, to, Infinity), from, to);
}

/** Reads a session in order, a few thousand events at a time, so that memory stays bounded. */
export async function* readRuns(
  db: Database,
  session: string,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
  pages = 8,
): AsyncGenerator<Run> {
  for (let next = from; next < to; ) {
    const found = await pagesBetween(db, session, next, to, pages);
    const last = found.at(-1);
    if (!last) return;
    yield unpack(found, next, to);
    next = last.first + last.count;
  }
}

/** All sessions, newest first. */
export const readSessions = (db: Database): Promise<Session[]> =>
  db.sessions.orderBy('startedAt').reverse().toArray();

/** Calls back with the value of a query now and after every change of what it read. Returns the undo. */
export function watch<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next: onValue, error: onError });
  return () => subscription.unsubscribe();
}
