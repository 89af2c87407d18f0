import { align } from './align.ts';

/** How many rows back a list may be scrolled and still be recognised. */
const memory = 2000;

/**
 * Follows a chat list through windows of it. Lists recycle their nodes, are scrolled, filtered and
 * drawn anew, so neither a node nor a single row tells what is new; the order of all rows does.
 */
export interface Sequence {
  /** Takes the keys of the rows now in the list, oldest first; gives the places of those not seen before. */
  advance(keys: readonly string[]): number[];
}

export function createSequence(): Sequence {
  /** all rows so far in order, oldest first */
  let known: string[] = [];
  let last: readonly string[] = [];

  function advance(keys: readonly string[]): number[] {
    if (keys.length === last.length && keys.every((key, i) => key === last[i])) return [];
    last = keys;
    const places = plausible(align(keys, known));
    const first = places.findIndex((place) => place >= 0);
    // what stands before the oldest known row is history, scrolled into view
    const isHistory = (i: number) => i < first && places[first] === 0;
    const fresh = places.flatMap((place, i) => (place < 0 && !isHistory(i) ? [i] : []));
    if (fresh.length > 0) known = insert(fresh, keys, places, known).slice(-memory);
    return fresh;
  }

  return { advance };
}

/** A few rows found among many strange ones are people repeating themselves, not the same place. */
function plausible(places: number[]): number[] {
  const until = places.findLastIndex((place) => place >= 0) + 1;
  const found = places.filter((place) => place >= 0).length;
  return 2 * found >= until ? places : places.map(() => -1);
}

/** Puts each new row behind the row that it follows. */
function insert(fresh: number[], keys: readonly string[], places: number[], known: string[]): string[] {
  const after = new Map<number, string[]>();
  const first = places.find((place) => place >= 0);
  let place = first === undefined ? known.length - 1 : first - 1;
  let next = 0;
  for (const [i, found] of places.entries()) {
    if (found >= 0) place = found;
    if (fresh[next] !== i) continue;
    next += 1;
    after.set(place, [...(after.get(place) ?? []), keys[i]!]);
  }
  const grown = [...(after.get(-1) ?? [])];
  for (const [i, key] of known.entries()) grown.push(key, ...(after.get(i) ?? []));
  return grown;
}
