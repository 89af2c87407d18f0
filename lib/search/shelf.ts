import type { Database } from '../log/database.ts';
import { readEvents, readSessions } from '../log/reader.ts';
import type { Session } from '../model.ts';
import type { Letters } from './letters.ts';
import { type Lines, writeLines } from './lines.ts';
import { linesOf, readIntent, signVersion } from './sign.ts';

/** A stretch of a session and its lines. */
export interface Held {
  first: number;
  /** null when they were too many to be kept, and are read when they are looked at */
  lines: Lines | null;
}

/** Everything that can be searched, newest session first. */
export interface Shelf {
  sessions: { session: Session; stretches: readonly Held[] }[];
  /** events that are not worked up yet, of how many */
  behind: number;
  all: number;
}

/** Events after the index that are read as they are; a session with more is still to be worked up. */
const tailLimit = 4000;
/** Lines that are kept in memory, in UTF-16 units: those of some three million comments. */
const keptUnits = 80_000_000;
/** Signs that are read at once. */
const portion = 64;

/** Keeps lines in memory as long as it lives, and reads only what is new. */
export function createShelf(db: Database, letters: Letters) {
  const known = new Map<
    string,
    { held: Held[]; to: number; edition: number; tail: { to: number; held: Held } | null }
  >();
  let units = 0;

  function forget(id: string): void {
    for (const { lines } of known.get(id)?.held ?? []) units -= lines?.length ?? 0;
    known.delete(id);
  }

  /** Brings one session up to date; gives how far it is known. */
  async function takeIn(session: Session): Promise<number> {
    const { edition = 0 } = session;
    // some of its events are gone: so is what was read of them
    if ((known.get(session.id)?.edition ?? edition) !== edition) forget(session.id);
    const mine = known.get(session.id) ?? { held: [], to: 0, edition, tail: null };
    known.set(session.id, mine);
    for (;;) {
      if (mine.to >= session.events) break;
      const signs = await db.signs
        .where(':id')
        .between([session.id, mine.to], [session.id, Number.MAX_SAFE_INTEGER])
        .limit(portion)
        .toArray();
      let isNext = signs.length > 0;
      for (const [i, lines] of (await Promise.all(signs.map(linesOf))).entries()) {
        const sign = signs[i]!;
        isNext &&= sign.version === signVersion && sign.first === mine.to;
        if (!isNext) break;
        const isKept = units + lines.length <= keptUnits;
        if (isKept) units += lines.length;
        mine.held.push({ first: sign.first, lines: isKept ? lines : null });
        mine.to = sign.first + sign.count;
      }
      if (!isNext || signs.length < portion) break;
    }
    return takeTail(session, mine);
  }

  /** The newest events of a session that runs, or a short one of which nothing is worked up yet. */
  async function takeTail(session: Session, mine: { to: number; tail: { to: number; held: Held } | null }) {
    const { events: to } = session;
    if (to <= mine.to || to - mine.to > tailLimit) {
      mine.tail = null;
      return Math.min(mine.to, to);
    }
    if (mine.tail?.to === to && mine.tail.held.first === mine.to) return to;
    const { events } = await readEvents(db, session.id, mine.to, to);
    mine.tail = { to, held: { first: mine.to, lines: writeLines(mine.to, events, letters, readIntent) } };
    return to;
  }

  async function takeAll(onProgress?: (done: number, all: number) => void): Promise<Shelf> {
    const sessions = await readSessions(db);
    const ids = new Set(sessions.map(({ id }) => id));
    for (const id of known.keys()) if (!ids.has(id)) forget(id);
    const all = sessions.reduce((sum, { events }) => sum + events, 0);
    let reached = 0;
    let passed = 0;
    for (const session of sessions) {
      reached += await takeIn(session);
      passed += session.events;
      onProgress?.(passed, all);
    }
    return {
      sessions: sessions.map((session) => {
        const { held, tail } = known.get(session.id)!;
        return { session, stretches: tail ? [...held, tail.held] : held };
      }),
      behind: all - reached,
      all,
    };
  }

  /** One after the other: two at once would take in the same signs. */
  let turn: Promise<unknown> = Promise.resolve();
  return {
    /** Everything as it stands now; `onProgress` is told events, as they come in. */
    open(onProgress?: (done: number, all: number) => void): Promise<Shelf> {
      const mine = turn.catch(() => {}).then(() => takeAll(onProgress));
      turn = mine;
      return mine;
    },
    /** The lines of a stretch that was too much to keep. */
    async read(session: string, first: number): Promise<Lines> {
      const sign = await db.signs.get([session, first]);
      return sign ? linesOf(sign) : '';
    },
  };
}
