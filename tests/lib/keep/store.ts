import { afterEach } from 'vitest';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { makePage, packPages } from '../../../lib/log/page.ts';
import type { LiveEvent, Session } from '../../../lib/model.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

export const day = 24 * 60 * 60_000;
export const now = Date.UTC(2026, 10, 22, 12);

/** A database of its own, gone after the test. */
export function newLog(): Database {
  const db = openDatabase(`keep-${crypto.randomUUID()}`);
  opened.push(db);
  return db;
}

/** Puts a session with these events into the log, packed, in pages of `size`. */
export async function putSession(
  db: Database,
  id: string,
  events: readonly LiveEvent[],
  more: Partial<Session> = {},
  size = 7,
): Promise<Session> {
  const pages = [];
  for (let first = 0; first < events.length; first += size)
    pages.push(makePage(id, first, events.slice(first, first + size)));
  const times = events.map(({ seenAt }) => seenAt);
  const session: Session = {
    id,
    platform: 'douyin',
    roomId: 'room-1',
    title: '晚八点专场',
    tabId: null,
    startedAt: Math.min(now, ...times),
    lastAt: times.length === 0 ? now : times.reduce((a, b) => Math.max(a, b)),
    endedAt: now,
    isClosed: true,
    events: events.length,
    comments: events.filter(({ kind }) => kind === 'comment').length,
    rejected: 0,
    streams: { s: events.length },
    loose: 0,
    ...more,
  };
  for (const page of pages) await db.pages.bulkPut(await packPages([page]));
  await db.sessions.put(session);
  return session;
}
