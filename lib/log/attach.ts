import {
  ActEvent,
  type CommentEvent,
  type LoggedEvent,
  type PlatformId,
  type RoomRef,
  type Session,
} from '../model.ts';
import type { Database } from './database.ts';
import { readEvents } from './reader.ts';
import { heldBy, letGo, type Place, placed } from './seat.ts';

/** A room that was quiet or away for longer begins a new session (ms). */
export const sameBroadcast = 30 * 60_000;
/**
 * How many events back a page gets the comment ids on attach: more than any console keeps as backlog, and
 * enough for what a feed repeats seconds later at thousands of comments a second.
 */
const recentIds = 25_000;
/** Newest events whose deeds a page standing aside is told. */
const recentAside = 3000;
/** Comments a page gets back by who and what: more rows than any list shows. */
const latelyKept = 1000;
const keptStreams = 20;
/** Written by the panel: no sign that a page lives. */
const acts: ReadonlySet<string> = new Set(
  ActEvent.options.map(({ shape }) => shape.kind.value).filter((kind) => kind !== 'room'),
);

export interface Asking {
  room: RoomRef;
  tab: number;
  /** the frame within the tab; 0 is the page itself */
  frame?: number | undefined;
  stream: string;
  /** the page is no console: it may stand beside one in the same session */
  isAside?: boolean | undefined;
}
export type Attached =
  | ({ ok: true; session: string; leads: boolean } & Stored)
  | ({ ok: false; reason: 'other-tab'; session: string } & Place);
/** What of a session its page must know, so as not to tell it again. */
interface Stored {
  /** comment ids, oldest first */
  recent: string[];
  /** the newest comments by who and what, oldest first: a list shows no ids */
  lately: Pick<CommentEvent, 'nick' | 'text' | 'anchor'>[];
  /** what viewers did, as `kind:id`: feeds tell the latest orders again and again */
  deeds: string[];
  /** when a page last told anything (ms epoch); null in a new session */
  lastSeenAt: number | null;
}

/** See `Writer.attach`. */
export async function attach(
  db: Database,
  asking: Asking,
  { now, newId }: { now: () => number; newId: () => string },
): Promise<Attached> {
  const { room, tab, stream } = asking;
  const found = await db.transaction('rw', db.sessions, async () => {
    const same = await running(db, room.platform, room.id, now());
    const holder = same ? heldBy(same, asking) : null;
    if (same && holder !== null) return { session: same, holder };
    // the page learned its room id late: the session it already feeds is this room's
    const unnamed = same
      ? undefined
      : await db.sessions.filter((s) => stream in s.streams && s.roomId.startsWith('page:')).first();
    const session = same ?? unnamed ?? begun(newId(), room, now());
    const streams = { ...session.streams, [stream]: session.streams[stream] ?? 0 };
    const attached: Session = {
      ...session,
      ...placed(session, asking),
      roomId: room.id,
      title: room.title || session.title,
      streams: Object.fromEntries(Object.entries(streams).slice(-keptStreams)),
    };
    // a tab that went to another room holds the last one no more
    await letGo(db, tab, attached.id);
    await db.sessions.put(attached);
    return { session: attached, holder: null };
  });
  const { session, holder } = found;
  if (holder !== null) return { ok: false, reason: 'other-tab', session: session.id, ...holder };
  const leads = session.tabId === tab;
  const stored = await (leads ? storedIn(db, session) : storedAside(db, session));
  return { ok: true, session: session.id, leads, ...stored };
}

/** An adopted session is the one of the same room, still running and not long quiet. */
async function running(
  db: Database,
  platform: PlatformId,
  roomId: string,
  now: number,
): Promise<Session | undefined> {
  const all = await db.sessions.where('[platform+roomId]').equals([platform, roomId]).toArray();
  return all.find((session) => session.endedAt === null && now - session.lastAt < sameBroadcast);
}

const begun = (id: string, { platform, id: roomId, title }: RoomRef, now: number): Session => ({
  id,
  platform,
  roomId,
  title,
  tabId: null,
  startedAt: now,
  lastAt: now,
  endedAt: null,
  events: 0,
  comments: 0,
  rejected: 0,
  isClosed: false,
  streams: {},
  loose: 0,
});

async function storedIn(db: Database, session: Session): Promise<Stored> {
  const { events } = await readEvents(db, session.id, Math.max(0, session.events - recentIds));
  const comments = events.filter((event) => event.kind === 'comment');
  return {
    recent: comments.map(({ id }) => id),
    lately: comments
      .slice(-latelyKept)
      .map(({ nick, text, anchor }) => ({ nick, text, ...(anchor && { anchor }) })),
    deeds: deedsIn(events),
    lastSeenAt: events.findLast(({ kind }) => !acts.has(kind))?.seenAt ?? null,
  };
}

/** A page that stands aside asks every few seconds. */
async function storedAside(db: Database, session: Session): Promise<Stored> {
  const { events } = await readEvents(db, session.id, Math.max(0, session.events - recentAside));
  return { recent: [], lately: [], deeds: deedsIn(events), lastSeenAt: null };
}

const deedsIn = (events: readonly LoggedEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'audience' && event.id ? [`${event.what}:${event.id}`] : []));
