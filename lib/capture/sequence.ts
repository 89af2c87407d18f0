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
  /**
   * Takes the keys of what the log has of this room, oldest first: rows met there are not new. Gives those of the
   * rows so far that stand in it; a list that comes later is compared when it comes.
   */
  recall(stored: readonly string[]): string[];
}

export function createSequence(): Sequence {
  /** all rows so far in order, oldest first */
  let known: string[] = [];
  let last: readonly string[] = [];
  /** from the log, until the first rows come */
  let recalled: readonly string[] = [];

  function advance(keys: readonly string[]): number[] {
    if (keys.length === last.length && keys.every((key, i) => key === last[i])) return [];
    last = keys;
    if (recalled.length > 0 && keys.length > 0)
      return meet(keys).flatMap((place, i) => (place < 0 ? [i] : []));
    const places = plausible(align(keys, known));
    const first = places.findIndex((place) => place >= 0);
    // what stands before the oldest known row is history, scrolled into view
    const isHistory = (i: number) => i < first && places[first] === 0;
    const fresh = places.flatMap((place, i) => (place < 0 && !isHistory(i) ? [i] : []));
    if (fresh.length > 0) known = insert(fresh, keys, places, known).slice(-memory);
    return fresh;
  }

  /** Compares rows with what was recalled; gives their places there, or -1. */
  function meet(keys: readonly string[]): number[] {
    const stored = recalled;
    recalled = [];
    const places = plausible(align(keys, stored));
    const first = Math.min(...places.filter((place) => place >= 0), stored.length);
    const until = places.findLastIndex((place) => place >= 0) + 1;
    const spare = new Map<string, number[]>();
    for (let place = first; place < stored.length; place += 1)
      if (!places.includes(place)) spare.set(stored[place]!, [...(spare.get(stored[place]!) ?? []), place]);
    // list and log may differ in order: what is left of both is the same
    const met = places.map((place, i) => (place >= 0 ? place : (spare.get(keys[i]!)?.shift() ?? -1)));
    const taken = new Set(met);
    const behind = stored.slice(first).filter((_, i) => !taken.has(first + i));
    known = [...stored.slice(0, first), ...keys.slice(0, until), ...behind, ...keys.slice(until)].slice(
      -memory,
    );
    return met;
  }

  function recall(stored: readonly string[]): string[] {
    recalled = stored;
    last = [];
    if (known.length === 0 || stored.length === 0) return [];
    const rows = known;
    const places = meet(rows);
    return rows.filter((_, i) => places[i]! >= 0);
  }

  return { advance, recall };
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
