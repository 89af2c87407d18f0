import { Dexie, liveQuery } from 'dexie';
import type { LoggedEvent, Session } from '../model.ts';
import { release } from '../sheet/release.ts';
import type { Database, Page } from './database.ts';
import { bytesOf, eventsOf, isPacked } from './page.ts';

/** A run of events, and how many records in it were unreadable. */
export interface Run {
  events: LoggedEvent[];
  unreadable: number;
}

/** Pages that hold events with `from` ≤ seq < `to`, in order, at most `limit` of them and the one that holds `from`. */
export async function pagesBetween(
  db: Database,
  session: string,
  from: number,
  to: number,
  limit: number,
): Promise<Page[]> {
  return db.transaction('r', db.pages, async () => {
    const found = await db.pages.where(':id').between([session, from], [session, to]).limit(limit).toArray();
    if (found[0]?.first === from) return found;
    // the page that holds `from` began before it, or was joined to earlier ones meanwhile
    const holding = await db.pages.where(':id').between([session, 0], [session, from]).last();
    return holding && holding.first + holding.count > from ? [holding, ...found] : found;
  });
}

/** A session and what it holds from a place on, as both stood at one moment. */
export interface Glimpse {
  session: Session;
  from: number;
  /** the first pages that hold events from there on */
  pages: Page[];
}

/** Looks at a session and its newest pages in one transaction; undefined when it is gone. */
export const glimpse = (db: Database, id: string, from: number): Promise<Glimpse | undefined> =>
  db.transaction('r', db.sessions, db.pages, async () => {
    const [session, pages] = await Promise.all([
      db.sessions.get(id),
      pagesBetween(db, id, from, Number.MAX_SAFE_INTEGER, pagesInRun),
    ]);
    return session && { session, from, pages };
  });

/** The page that holds each of the places, all looked up in one transaction; undefined where there is none. */
export function pagesAt(
  db: Database,
  places: readonly { session: string; seq: number }[],
): Promise<(Page | undefined)[]> {
  return db.transaction('r', db.pages, () =>
    Promise.all(
      places.map(async ({ session, seq }) => {
        const page = await db.pages.where(':id').between([session, 0], [session, seq], true, true).last();
        return page && page.first + page.count > seq ? page : undefined;
      }),
    ),
  );
}

async function unpack(pages: readonly Page[], from: number, to: number): Promise<Run> {
  const run: Run = { events: [], unreadable: 0 };
  const read = await Promise.all(pages.map(eventsOf));
  for (const [i, page] of pages.entries()) {
    const events = read[i];
    if (!events) run.unreadable += page.count;
    else if (page.first >= from && page.first + page.count <= to)
      for (const event of events) run.events.push(event);
    else run.events.push(...events.filter((event) => event.seq >= from && event.seq < to));
  }
  return run;
}

/** Reads the events with `from` ≤ seq < `to` at once. Unpacking leaves a transaction: do not read in one. */
export async function readEvents(
  db: Database,
  session: string,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): Promise<Run> {
  return unpack(await pagesBetween(db, session, from, to, Infinity), from, to);
}

/** The pages of a session in order, some at a time; the next ones are looked for while these are worked on. */
async function* pagesInTurn(
  db: Database,
  session: string,
  from: number,
  to: number,
  pages: number,
  first?: readonly Page[],
): AsyncGenerator<Page[]> {
  let coming = first ? Promise.resolve([...first]) : pagesBetween(db, session, from, to, pages);
  for (;;) {
    const found = await coming;
    const last = found.at(-1);
    if (!last) return;
    const after = last.first + last.count;
    coming = after < to ? pagesBetween(db, session, after, to, pages) : Promise.resolve([]);
    // who stops reading leaves it behind
    coming.catch(() => {});
    yield found;
  }
}

/** So many pages are read at a time. */
const pagesInRun = 8;

/**
 * Reads a session in order, a few thousand events at a time, so that memory stays bounded.
 *
 * @param pages so many at a time
 * @param first those from `from` on that were read already
 */
export async function* readRuns(
  db: Database,
  session: string,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
  pages = pagesInRun,
  first?: readonly Page[],
): AsyncGenerator<Run> {
  let next = from;
  for await (const found of pagesInTurn(db, session, from, to, pages, first)) {
    yield await unpack(found, next, to);
    const last = found.at(-1)!;
    next = last.first + last.count;
  }
}

/** A page as it is written: its events as JSON objects joined by commas, as UTF-8; null if unreadable. */
export interface PageBytes {
  first: number;
  count: number;
  bytes: Uint8Array | null;
}

/**
 * Reads a session in order as it is written, a few pages at a time: for who need not know what is in each event. The
 * bytes are there until the next are asked for.
 */
export async function* readBytes(db: Database, session: string, pages = 4): AsyncGenerator<PageBytes[]> {
  for await (const found of pagesInTurn(db, session, 0, Number.MAX_SAFE_INTEGER, pages)) {
    const read = await Promise.all(found.map(bytesOf));
    for (const page of found) if (isPacked(page)) release(page.gzip);
    yield found.map(({ first, count }, i) => ({ first, count, bytes: read[i] ?? null }));
    for (const bytes of read) if (bytes) release(bytes);
  }
}

/** All sessions, newest first. Not to be called in a transaction. */
export const readSessions = (db: Database): Promise<Session[]> =>
  db.transaction('r!', db.sessions, async ({ idbtrans }) => {
    const read = db.sessions.orderBy('startedAt').toArray();
    // ends when it is read: else a page too busy to hear of it would keep appends waiting
    idbtrans.commit();
    return (await read).reverse();
  });

/** One session; undefined when it is gone. */
export const readSession = (db: Database, session: string): Promise<Session | undefined> =>
  db.sessions.get(session);

/** Calls back with the value of a query now and after every change of what it read. Returns the undo. */
export function watch<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next: onValue, error: onError });
  return () => subscription.unsubscribe();
}

/**
 * Calls back with the sessions now and, at most once in `lag` ms, after they have changed: each append changes one.
 * Returns the undo.
 */
export function watchSessions(
  db: Database,
  lag: number,
  onValue: (sessions: Session[]) => void,
  onError: (error: unknown) => void,
): () => void {
  const part = `idb://${db.name}/sessions/`;
  let readAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const read = () => {
    timer = undefined;
    readAt = performance.now();
    readSessions(db).then(
      (sessions) => isOver || onValue(sessions),
      (error: unknown) => isOver || onError(error),
    );
  };
  const note = (parts: object) => {
    if (timer !== undefined || !Object.keys(parts).some((name) => name.startsWith(part))) return;
    timer = setTimeout(read, Math.max(0, readAt + lag - performance.now()));
  };
  Dexie.on('storagemutated', note);
  read();
  return () => {
    isOver = true;
    clearTimeout(timer);
    Dexie.on.storagemutated.unsubscribe(note);
  };
}

/** The session that a tab tells, if it tells one. */
export const sessionLedBy = (db: Database, tab: number): Promise<Session | undefined> =>
  db.sessions.filter(({ tabId }) => tabId === tab).first();
