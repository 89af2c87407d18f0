import type { CommentEvent, LiveEvent, LoggedEvent, PlatformId, RoomRef, Session } from '../model.ts';
import { type Database, derivedTables } from './database.ts';
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
/** Newest events whose deeds a page standing aside is told. */
const recentAside = 3000;
/** Comments a page gets back by who and what: more rows than any list shows. */
const latelyKept = 1000;
const keptStreams = 20;
/** What a page may tell of a room that another tab leads: what no console tells. */
const asideKinds: readonly LiveEvent['kind'][] = ['audience', 'metric', 'goods'];

interface Batch {
  session: string;
  stream: string;
  /** a page may not write on once a person has closed the session; the panel may */
  from: 'page' | 'panel';
  /** the page's tab and frame: who does not lead the room may not tell all */
  tab?: number;
  frame?: number | undefined;
  offset: number;
  /** null stands for an event that was not let in: it counts in the offset only */
  events: readonly (LiveEvent | null)[];
}

interface Place {
  tab: number;
  frame: number;
}
interface Asking {
  room: RoomRef;
  tab: number;
  /** the frame within the tab; 0 is the page itself */
  frame?: number | undefined;
  stream: string;
  /** the page is no console: it may stand beside one in the same session */
  isAside?: boolean | undefined;
}
type Attached =
  | ({ ok: true; session: string; leads: boolean } & Stored)
  | { ok: false; reason: 'other-tab'; session: string; tab: number; frame: number };
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
type Appended =
  | { ok: true; offset: number; leads?: false }
  | { ok: false; reason: 'unknown-session' | 'session-closed' | 'other-tab' };

/** The one writer of sessions and pages. Every call is one transaction: done wholly or not at all. */
export interface Writer {
  /**
   * Finds the room's running session or starts one. One tab leads it, a console before any other page; one more
   * page that is no console may stand aside and tell what no console does.
   */
  attach(asking: Asking): Promise<Attached>;
  /**
   * Appends a batch once, however often it comes; the answer is how far the stream is stored. A batch from beyond
   * that is not taken, or what lies between could never come. Of a page that stands aside the comments are left out, and `leads: false` says so.
   */
  append(batch: Batch): Promise<Appended>;
  /** Ends and closes a session at a person's word; an ended one is only closed. */
  close(session: string): Promise<void>;
  /** Lets go of sessions whose tab is gone, of all when no tab is named, and says which. */
  release(tab?: number): Promise<string[]>;
  /** Joins the pages of a session that rests. */
  settle(session: string): Promise<void>;
  remove(session: string): Promise<void>;
}

const nothing: Stored = { recent: [], lately: [], deeds: [], lastSeenAt: null };
const deedsIn = (events: readonly LoggedEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'audience' && event.id ? [`${event.what}:${event.id}`] : []));
/** Written by the panel: no sign that a page lives. */
const acts: readonly string[] = ['suggestion', 'fill', 'answer'];

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

  /** Who stands in the way of this page, if anyone. */
  function heldBy(session: Session, { tab, frame = 0, isAside = false }: Asking): Place | null {
    const { tabId, frameId = 0, asideTab = null } = session;
    if (isAside) return asideTab === null || asideTab === tab ? null : { tab: asideTab, frame: 0 };
    if (tabId === null || tabId === asideTab || (tabId === tab && frameId === frame)) return null;
    return { tab: tabId, frame: frameId };
  }

  /** Who leads and who stands aside once this page is in. */
  function placed({ tabId, frameId = 0, asideTab = null }: Session, { tab, frame = 0, isAside }: Asking) {
    if (!isAside) return { tabId: tab, frameId: frame, asideTab: asideTab === tab ? null : asideTab };
    return tabId === null || tabId === tab
      ? { tabId: tab, frameId: frame, asideTab: tab }
      : { tabId, frameId, asideTab: tab };
  }

  async function attach(asking: Asking): Promise<Attached> {
    const { room, tab, stream } = asking;
    const found = await write(async (): Promise<{ session: Session; holder: Place | null }> => {
      const same = await running(room.platform, room.id);
      const holder = same ? heldBy(same, asking) : null;
      if (same && holder !== null) return { session: same, holder };
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
          tabId: null,
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
        ...placed(session, asking),
        roomId: room.id,
        title: room.title || session.title,
        streams: Object.fromEntries(streams),
      };
      // a tab that went to another room holds the last one no more
      await letGo(tab, attached.id);
      await db.sessions.put(attached);
      return { session: attached, holder: null };
    });
    const { session, holder } = found;
    if (holder !== null) return { ok: false, reason: 'other-tab', session: session.id, ...holder };
    const leads = session.tabId === tab;
    return {
      ok: true,
      session: session.id,
      leads,
      ...(await (leads ? stored(session) : storedAside(session))),
    };
  }

  async function stored(session: Session): Promise<Stored> {
    const { events } = await readEvents(db, session.id, Math.max(0, session.events - recentIds));
    const comments = events.filter((event) => event.kind === 'comment');
    return {
      recent: comments.map(({ id }) => id),
      lately: comments
        .slice(-latelyKept)
        .map(({ nick, text, anchor }) => ({ nick, text, ...(anchor && { anchor }) })),
      deeds: deedsIn(events),
      lastSeenAt: events.findLast(({ kind }) => !acts.includes(kind))?.seenAt ?? null,
    };
  }

  /** A page that stands aside asks every few seconds. */
  async function storedAside(session: Session): Promise<Stored> {
    const { events } = await readEvents(db, session.id, Math.max(0, session.events - recentAside));
    return { ...nothing, deeds: deedsIn(events) };
  }

  /** Sessions that `tab`, or any tab, leads or stands beside are without it. Gives the ids of those it led. */
  async function letGo(tab: number | undefined, except?: string): Promise<string[]> {
    const isIt = (held: number | null | undefined) => held != null && (tab === undefined || held === tab);
    const held = await db.sessions
      .filter((s) => s.id !== except && (isIt(s.tabId) || isIt(s.asideTab)))
      .toArray();
    for (const one of held)
      await db.sessions.update(one.id, {
        tabId: isIt(one.tabId) ? null : one.tabId,
        asideTab: isIt(one.asideTab) ? null : (one.asideTab ?? null),
      });
    return held.filter(({ tabId }) => isIt(tabId)).map(({ id }) => id);
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

  const append: Writer['append'] = ({ session: id, stream, from, tab, frame = 0, offset, events }) =>
    write(async () => {
      const session = await db.sessions.get(id);
      if (!session) return { ok: false, reason: 'unknown-session' };
      if (session.isClosed && from === 'page') return { ok: false, reason: 'session-closed' };
      const isLead = session.tabId === tab && (session.frameId ?? 0) === frame;
      const leads = tab === undefined || session.tabId === null || isLead;
      if (!leads && session.asideTab !== tab) return { ok: false, reason: 'other-tab' };
      const stored = session.streams[stream] ?? 0;
      // what stands between was lost on its way, or in another session: it must come first
      if (offset > stored) return { ok: true, offset: stored };
      const reached = Math.max(stored, offset + events.length);
      const fresh = events.slice(Math.max(0, stored - offset));
      const parsed = fresh.filter((event) => event !== null);
      const sound = leads ? parsed : parsed.filter(({ kind }) => asideKinds.includes(kind));
      const receipt = { ok: true as const, offset: reached, ...(!leads && { leads: false as const }) };
      if (reached === stored) return receipt;

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
        rejected: session.rejected + fresh.length - parsed.length,
        lastAt: now(),
        title: named?.title ?? session.title,
        endedAt: session.endedAt ?? ended?.at ?? null,
        streams: { ...session.streams, [stream]: reached },
        loose: sound.length >= standing ? 0 : session.loose + (sound.length > 0 ? 1 : 0),
      });
      return receipt;
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
    release: (tab) => write(() => letGo(tab)),
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
      db.transaction('rw', ['sessions', 'pages', ...derivedTables], async () => {
        for (const table of ['pages', ...derivedTables])
          await db
            .table(table)
            .where(':id')
            .between([id, 0], [id, Number.MAX_SAFE_INTEGER], true, true)
            .delete();
        await db.sessions.delete(id);
      }),
  };
}
