import type { Database } from '../log/database.ts';
import type { Session } from '../model.ts';
import type { Letters } from './letters.ts';
import { allowsSession, asks, type Prepared, prepare } from './prepare.ts';
import type { Query } from './query.ts';
import { type Result, readResults, type Spot } from './results.ts';
import { type Closeness, hasNear, scan } from './scan.ts';
import { createShelf } from './shelf.ts';

/** What a search found so far. */
export interface Found {
  /** whether anything is asked for: keeping out alone, or a prefix without a value, is nothing yet */
  isAsking: boolean;
  results: Result[];
  /** sessions of the results */
  sessions: Session[];
  /** lines that hold it exactly */
  exact: number;
  /** lines that hold it nearly; null when there were enough exact ones not to look */
  near: number | null;
  hasMore: boolean;
  /** events that could not be searched yet, of how many */
  behind: number;
  all: number;
  isDone: boolean;
}

interface Asked {
  /** most results to read */
  limit: number;
  /** nobody waits any more */
  isStale(): boolean;
  /** what was found, at first a screenful */
  onFound(found: Found): void;
}

export interface Search {
  /** Reads what can be searched into memory, so that the first search need not. */
  warm(onProgress: (done: number, all: number) => void): Promise<void>;
  /** Looks for `query` in all sessions: exact before near, newest first. Resolves when done or stale. */
  find(query: Query, asked: Asked): Promise<void>;
}

/** Results that fill a screen: shown before the rest is read. */
const screenful = 8;
/** Longest stretch of scanning before somebody may say that it is stale (ms). */
const slice = 20;

/** Makes the search over a log. It keeps what it read as long as it lives. */
export function createSearch(
  db: Database,
  letters: Letters,
  { breathe, now }: { breathe: () => Promise<void>; now: () => number },
): Search {
  const shelf = createShelf(db, letters);

  async function find(query: Query, { limit, isStale, onFound }: Asked): Promise<void> {
    const prepared = prepare(query, letters);
    const { sessions, behind, all } = await shelf.open();
    const isAsking = asks(prepared);
    const allowed = isAsking
      ? sessions.filter(({ session }) => allowsSession(prepared, session, letters))
      : [];
    const common = commonness(allowed[0]?.stretches.at(-1)?.lines ?? '');
    let began = now();

    /** The newest `limit` spots, and how many there are. */
    async function look(closeness: Closeness): Promise<{ spots: Spot[]; count: number } | null> {
      const spots: Spot[] = [];
      let count = 0;
      for (const { session, stretches } of allowed)
        for (const { first, lines } of stretches.toReversed()) {
          const hits = scan(lines ?? (await shelf.read(session.id, first)), prepared, closeness, common);
          count += hits.length;
          for (let i = hits.length - 1; i >= 0 && spots.length < limit; i--)
            spots.push({ session: session.id, seq: first + hits[i]!.seq, closeness });
          if (now() - began < slice) continue;
          await breathe();
          if (isStale()) return null;
          began = now();
        }
      return { spots, count };
    }

    const exact = await look('exact');
    if (!exact) return;
    const looksNear = exact.count < limit && hasNear(prepared);
    const near = looksNear ? await look('near') : null;
    if (looksNear && !near) return;
    const spots = [...exact.spots, ...(near?.spots ?? [])].slice(0, limit);
    const tell = (results: Result[], isDone: boolean) => {
      const named = new Set(results.map(({ session }) => session));
      onFound({
        isAsking,
        results,
        sessions: allowed.map(({ session }) => session).filter(({ id }) => named.has(id)),
        exact: exact.count,
        near: near?.count ?? (hasNear(prepared) ? null : 0),
        hasMore: exact.count + (near?.count ?? 0) > spots.length,
        behind,
        all,
        isDone,
      });
    };
    await read(spots, prepared, isStale, tell);
  }

  async function read(
    spots: readonly Spot[],
    prepared: Prepared,
    isStale: () => boolean,
    tell: (results: Result[], isDone: boolean) => void,
  ): Promise<void> {
    const first = await readResults(db, spots.slice(0, screenful), prepared, letters);
    if (isStale()) return;
    tell(first, spots.length <= screenful);
    if (spots.length <= screenful) return;
    const rest = await readResults(db, spots.slice(screenful), prepared, letters);
    if (!isStale()) tell([...first, ...rest], true);
  }

  return {
    find,
    warm: async (onProgress) => void (await shelf.open(onProgress)),
  };
}

/** How often a pair of letters stands in a sample, counted once. */
function commonness(sample: string): (pair: string) => number {
  const counts = new Map<string, number>();
  return (pair) => {
    const known = counts.get(pair);
    if (known !== undefined) return known;
    let count = 0;
    for (let at = sample.indexOf(pair); at >= 0; at = sample.indexOf(pair, at + 1)) count++;
    counts.set(pair, count);
    return count;
  };
}
