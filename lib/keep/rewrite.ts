import { type Database, derivedTables, type Page } from '../log/database.ts';
import { eventsOf, isPacked, isSame, makePage, packPages } from '../log/page.ts';
import { pagesBetween } from '../log/reader.ts';
import type { GoneEvent, LiveEvent, LoggedEvent } from '../model.ts';

/** Pages read at once. */
const portion = 8;
const minute = 60_000;

/** What becomes of an event: itself, another in its place, or gone. */
export type Change = (event: LoggedEvent) => LoggedEvent | Omit<GoneEvent, 'kind' | 'at' | 'seenAt'>;

interface Walk {
  /** the first seq that is looked at */
  from: number;
  /** may be asked more than once about an event */
  change: Change;
  /** only looks, and changes nothing */
  isDry: boolean;
  isStopped(): boolean;
  /** a page is done: how many events it has, and those that are others now, or would be */
  onPage(count: number, changed: readonly LoggedEvent[]): void;
}

/**
 * Goes through a session's events and puts others in the place of some, a page in a transaction: one that is broken
 * off has left every page whole. What was worked out of the session goes in the same transaction. Resolves to the
 * seq it came to; a page that cannot be read stays as it is.
 */
export async function rewriteSession(db: Database, session: string, walk: Walk): Promise<number> {
  let next = walk.from;
  for (;;) {
    const pages = await pagesBetween(db, session, next, Number.MAX_SAFE_INTEGER, portion);
    if (pages.length === 0) return next;
    for (const page of pages) {
      if (walk.isStopped()) return next;
      // joined or packed meanwhile: read again from here
      if (!(await rewritePage(db, page, walk))) break;
      next = page.first + page.count;
    }
  }
}

/** False when the page is no longer what was read. */
async function rewritePage(db: Database, page: Page, { change, isDry, onPage }: Walk): Promise<boolean> {
  const events = await eventsOf(page);
  const changed: LoggedEvent[] = [];
  let gone = 0;
  let after = 0;
  const made = (events ?? []).map((event): LoggedEvent => {
    const one = change(event);
    if (one !== event) changed.push(event);
    const isGone = !('kind' in one);
    if (isGone) gone++;
    const whole = isGone ? goneOf(event, one, after) : one;
    after = whole.seenAt;
    return whole;
  });
  if (changed.length > 0 && !isDry && !(await swap(db, page, made.map(withoutSeq), gone))) return false;
  onPage(page.count, changed);
  return true;
}

async function swap(db: Database, page: Page, events: readonly LiveEvent[], gone: number): Promise<boolean> {
  const loose = makePage(page.session, page.first, events);
  const [made = loose] = isPacked(page) ? await packPages([loose]) : [loose];
  return db.transaction('rw', ['sessions', 'pages', ...derivedTables], async () => {
    const now = await db.pages.get([page.session, page.first]);
    const session = await db.sessions.get(page.session);
    if (!session || !now || !isSame(now, page) || isPacked(now) !== isPacked(page)) return false;
    await db.pages.put(made);
    await db.sessions.update(session.id, {
      gone: (session.gone ?? 0) + gone,
      edition: (session.edition ?? 0) + 1,
    });
    for (const table of derivedTables)
      await db
        .table(table)
        .where(':id')
        .between([session.id, 0], [session.id, Number.MAX_SAFE_INTEGER], true, true)
        .delete();
    return true;
  });
}

function withoutSeq({ seq: _, ...event }: LoggedEvent): LiveEvent {
  return event as LiveEvent;
}

/** Its minute is enough; never before the event that stands before it. */
const goneOf = (
  { at, seenAt, seq }: LoggedEvent,
  what: Omit<GoneEvent, 'kind' | 'at' | 'seenAt'>,
  after: number,
): LoggedEvent => ({
  kind: 'gone',
  at: Math.floor(at / minute) * minute,
  seenAt: Math.max(after, Math.floor(seenAt / minute) * minute),
  ...what,
  seq,
});
