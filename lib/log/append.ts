import type { LiveEvent, Session } from '../model.ts';
import type { Stored } from './appended.ts';
import type { Database, LoosePage } from './database.ts';
import { isPacked, joinPages, makePage } from './page.ts';

/** Small pages that are let stand before they are joined: each event is rewritten once or twice in its life. */
const loosePages = 32;
/** A page of so many events is large enough to stand until the session rests. */
const standing = 64;
/** What a page may tell of a room that another tab leads: what no console tells. */
const asideKinds: readonly LiveEvent['kind'][] = ['audience', 'metric', 'goods'];

export interface Batch {
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
export type Appended =
  | { ok: true; offset: number; leads?: false }
  | { ok: false; reason: 'unknown-session' | 'session-closed' | 'other-tab' };

/** The answer to who sent the batch, and what of it was stored. */
export interface Outcome {
  receipt: Appended;
  stored: Stored | null;
}

const refused = (reason: Extract<Appended, { ok: false }>['reason']): Outcome => ({
  receipt: { ok: false, reason },
  stored: null,
});

/** See `Writer.append`. Belongs in a transaction on sessions and pages. */
export async function append(db: Database, batch: Batch, now: number): Promise<Outcome> {
  const { session: id, stream, from, tab, frame = 0, offset, events } = batch;
  const session = await db.sessions.get(id);
  if (!session) return refused('unknown-session');
  if (session.isClosed && from === 'page') return refused('session-closed');
  const isLead = session.tabId === tab && (session.frameId ?? 0) === frame;
  const leads = tab === undefined || session.tabId === null || isLead;
  if (!leads && session.asideTab !== tab) return refused('other-tab');
  const stored = session.streams[stream] ?? 0;
  // what stands between was lost on its way, or in another session: it must come first
  if (offset > stored) return { receipt: { ok: true, offset: stored }, stored: null };
  const reached = Math.max(stored, offset + events.length);
  const fresh = events.slice(Math.max(0, stored - offset));
  const parsed = fresh.filter((event) => event !== null);
  const sound = leads ? parsed : parsed.filter(({ kind }) => asideKinds.includes(kind));
  const receipt = { ok: true as const, offset: reached, ...(!leads && { leads: false as const }) };
  if (reached === stored) return { receipt, stored: null };

  const joins = session.loose >= loosePages && sound.length > 0;
  const loose = joins ? await newestLoose(db, session) : [];
  const about = sound.filter((event) => event.kind === 'room');
  const ended = about.find((event) => event.phase === 'ended');
  const named = about.findLast((event) => event.title);
  const before = joins ? 0 : session.loose;
  const page = sound.length > 0 ? makePage(id, session.events, sound) : null;
  const after: Session = {
    ...session,
    events: session.events + sound.length,
    comments: session.comments + sound.reduce((n, event) => n + (event.kind === 'comment' ? 1 : 0), 0),
    rejected: session.rejected + fresh.length - parsed.length,
    // a note on a session that rests does not wake it
    lastAt: sound.length > 0 && sound.every(({ kind }) => kind === 'mark') ? session.lastAt : now,
    title: named?.title ?? session.title,
    endedAt: session.endedAt ?? ended?.at ?? null,
    streams: { ...session.streams, [stream]: reached },
    loose: sound.length >= standing ? 0 : before + (sound.length > 0 ? 1 : 0),
  };
  // asked for at once, done in this order: each answer waited for takes its time while the machine is busy
  await Promise.all([
    loose.length > 0 && db.pages.bulkDelete(loose.map((page) => [page.session, page.first])),
    loose.length > 0 && db.pages.bulkPut(joinPages(loose)),
    page && db.pages.add(page),
    db.sessions.put(after),
  ]);
  return { receipt, stored: page && { session: after, page } };
}

/** Pages at the end that are to be joined. */
async function newestLoose(db: Database, session: Session): Promise<LoosePage[]> {
  const newest = await db.pages
    .where(':id')
    .between([session.id, 0], [session.id, session.events])
    .reverse()
    .limit(session.loose)
    .toArray();
  // pages may have been packed meanwhile; unpacking has no place in an append
  const packed = newest.findIndex(isPacked);
  return (packed < 0 ? newest : newest.slice(0, packed)).reverse() as LoosePage[];
}
