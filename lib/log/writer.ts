import type { LiveEvent, PlatformId, RoomRef, Session } from '../model.ts';
import type { Database } from './database.ts';
import { joinPages, packPage } from './page.ts';
import { readEvents } from './reader.ts';

/** A room that was quiet or away for longer begins a new session (ms). */
const sameBroadcast = 30 * 60_000;
/** Small pages that are let stand before they are joined: each event is rewritten once or twice in its life. */
const loosePages = 32;
/** A page of so many events is large enough to stand until the session rests. */
const standing = 64;
/**
 * How many events back a page gets the comment ids on attach: more than any console keeps as backlog, and
 * enough for what a feed repeats seconds later at thousands of comments a second.
 */
const recentIds = 25_000;
const keptStreams = 20;

interface Batch {
  session: string;
  stream: string;
  /** a page may not write on once a person has closed the session; the panel may */
  from: 'page' | 'panel';
  offset: number;
  /** null stands for an event that was not let in: it counts in the offset only */
  events: readonly (LiveEvent | null)[];
}

type Attached =
  | { ok: true; session: string; recent: string[] }
  | { ok: false; reason: 'other-tab'; session: string; tab: number };
type Appended = { ok: true; offset: number } | { ok: false; reason: 'unknown-session' | 'session-closed' };

/** The one writer of sessions and pages. Every call is one transaction: done wholly or not at all. */
export interface Writer {
  /** Finds the room's running session or starts one; a room is captured by one tab at a time. */
  attach(room: RoomRef, tab: number, stream: string): Promise<Attached>;
  /** Appends a batch once, however often it comes; the answer is how far the stream is stored. */
  append(batch: Batch): Promise<Appended>;
  /** Ends and closes a session at a person's word; an ended one is only closed. */
  close(session: string): Promise<void>;
  /** Lets go of sessions whose tab is gone, of all when no tab is named, and says which. */
  release(tab?: number): Promise<string[]>;
  /** Joins the pages of a session that rests. */
  settle(session: string): Promise<void>;
  remove(session: string): Promise<void>;
}

/** Makes the writer; `newId` names sessions. */
export function createWriter(
  db: Database,
  { now, newId }: { now: () => number; newId: () => string },
): Writer {
  const write = <T>(body: () => Promise<T>): Promise<T> => db.transaction('rw', db.sessions, db.pages, body);

  /** An adopted session is the one of the same room, still running and not long quiet. */
  async function running(platform: PlatformId, roomId: string): Promise<Session | undefined> {
    const all = await db.sessions.where('[platform+roomId]').equals([platform, roomId]).toArray();
    return all.find((session) => session.endedAt === null && now() - session.lastAt < sameBroadcast);
  }

  async function attach(room: RoomRef, tab: number, stream: string): Promise<Attached> {
    const found = await write(async (): Promise<{ session: Session; heldBy: number | null }> => {
      const same = await running(room.platform, room.id);
      if (same && same.tabId !== null && same.tabId !== tab) return { session: same, heldBy: same.tabId };
      // the page learned its room id late: the session it already feeds is this room's
      const unnamed = same
        ? undefined
        : await db.sessions.filter((s) => stream in s.streams && s.roomId.startsWith('page:')).first();
      const session: Session = same ??
        unnamed ?? {
          id: newId(),
          platform: room.platform,
          roomId: room.id,
          title: room.title,
          tabId: tab,
          startedAt: now(),
          lastAt: now(),
          endedAt: null,
          events: 0,
          comments: 0,
          rejected: 0,
          isClosed: false,
          streams: {},
          loose: 0,
        };
      const streams = Object.entries({ ...session.streams, [stream]: session.streams[stream] ?? 0 }).slice(
        -keptStreams,
      );
      const attached = {
        ...session,
        roomId: room.id,
        title: room.title || session.title,
        tabId: tab,
        streams: Object.fromEntries(streams),
      };
      // a tab that went to another room holds the last one no more
      await db.sessions.filter((s) => s.tabId === tab && s.id !== attached.id).modify({ tabId: null });
      await db.sessions.put(attached);
      return { session: attached, heldBy: null };
    });
    const { session, heldBy } = found;
    if (heldBy !== null) return { ok: false, reason: 'other-tab', session: session.id, tab: heldBy };
    const tail = await readEvents(db, session.id, Math.max(0, session.events - recentIds));
    const recent = tail.events.flatMap((event) => (event.kind === 'comment' ? [event.id] : []));
    return { ok: true, session: session.id, recent };
  }

  async function joinLoose(session: Session, upTo: number): Promise<void> {
    const loose = await db.pages
      .where(':id')
      .between([session.id, 0], [session.id, upTo])
      .reverse()
      .limit(session.loose)
      .toArray();
    const pages = loose.reverse();
    await db.pages.bulkDelete(pages.map((page) => [page.session, page.first]));
    await db.pages.bulkPut(joinPages(pages));
  }

  const append: Writer['append'] = ({ session: id, stream, from, offset, events }) =>
    write(async () => {
      const session = await db.sessions.get(id);
      if (!session) return { ok: false, reason: 'unknown-session' };
      if (session.isClosed && from === 'page') return { ok: false, reason: 'session-closed' };
      const stored = session.streams[stream] ?? 0;
      const reached = Math.max(stored, offset + events.length);
      const fresh = events.slice(Math.max(0, stored - offset));
      const sound = fresh.filter((event) => event !== null);
      if (reached === stored) return { ok: true, offset: stored };

      if (session.loose >= loosePages && sound.length > 0) {
        await joinLoose(session, session.events);
        session.loose = 0;
      }
      if (sound.length > 0) await db.pages.add(packPage(id, session.events, sound));
      const about = sound.filter((event) => event.kind === 'room');
      const ended = about.find((event) => event.phase === 'ended');
      const named = about.findLast((event) => event.title);
      await db.sessions.put({
        ...session,
        events: session.events + sound.length,
        comments: session.comments + sound.reduce((n, event) => n + (event.kind === 'comment' ? 1 : 0), 0),
        rejected: session.rejected + fresh.length - sound.length,
        lastAt: now(),
        title: named?.title ?? session.title,
        endedAt: session.endedAt ?? ended?.at ?? null,
        streams: { ...session.streams, [stream]: reached },
        loose: sound.length >= standing ? 0 : session.loose + (sound.length > 0 ? 1 : 0),
      });
      return { ok: true, offset: reached };
    });

  return {
    attach,
    append,
    close: (id) =>
      write(async () => {
        const session = await db.sessions.get(id);
        if (!session) return;
        const at = now();
        const isRunning = session.endedAt === null;
        if (isRunning)
          await db.pages.add(
            packPage(id, session.events, [{ kind: 'room', phase: 'ended', at, seenAt: at }]),
          );
        await db.sessions.put({
          ...session,
          endedAt: session.endedAt ?? at,
          events: session.events + (isRunning ? 1 : 0),
          loose: session.loose + (isRunning ? 1 : 0),
          isClosed: true,
        });
      }),
    release: (tab) =>
      write(async () => {
        const held = db.sessions.filter((s) => s.tabId !== null && (tab === undefined || s.tabId === tab));
        const ids = await held.primaryKeys();
        await held.modify({ tabId: null });
        return ids;
      }),
    settle: async (id) => {
      for (let from = 0; ; ) {
        const next = await write(async () => {
          const pages = await db.pages
            .where(':id')
            .between([id, from], [id, Number.MAX_SAFE_INTEGER])
            .limit(64)
            .toArray();
          const joined = joinPages(pages);
          if (joined.length < pages.length) {
            await db.pages.bulkDelete(pages.map((page) => [page.session, page.first]));
            await db.pages.bulkPut(joined);
          }
          // the last joined page may still take from what follows
          return pages.length < 64
            ? null
            : joined.length > 1
              ? joined.at(-1)!.first
              : pages.at(-1)!.first + pages.at(-1)!.count;
        });
        if (next === null) break;
        from = next;
      }
      await write(async () => {
        await db.sessions.update(id, { loose: 0 });
      });
    },
    remove: (id) =>
      write(async () => {
        await db.pages.where(':id').between([id, 0], [id, Number.MAX_SAFE_INTEGER], true, true).delete();
        await db.sessions.delete(id);
      }),
  };
}
