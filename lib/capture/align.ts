interface Step {
  i: number;
  place: number;
  next: Step | undefined;
}

/**
 * Finds rows again in what is known: for each key its place in `known`, or -1, so that as many as
 * possible are found in the same order (longest common subsequence by Hunt and Szymanski). Of several
 * ways the latest is taken: chat lists are looked at from their end.
 */
export function align(keys: readonly string[], known: readonly string[]): number[] {
  const wanted = new Set(keys);
  const placesOf = new Map<string, number[]>();
  for (const [place, key] of known.entries()) {
    if (!wanted.has(key)) continue;
    const places = placesOf.get(key);
    if (places) places.push(place);
    else placesOf.set(key, [place]);
  }
  // best[n] starts, as late as can be, a common run of n + 1 rows
  const best: Step[] = [];
  for (let i = keys.length - 1; i >= 0; i -= 1)
    // earliest first, else one row could be found in two places
    for (const place of placesOf.get(keys[i]!) ?? []) {
      const n = firstNotAfter(best, place);
      best[n] = { i, place, next: best[n - 1] };
    }
  const found = keys.map(() => -1);
  for (let step = best.at(-1); step; step = step.next) found[step.i] = step.place;
  return found;
}

/** Places in `best` fall; the first that does not stand after `place`. */
function firstNotAfter(best: readonly Step[], place: number): number {
  let [low, high] = [0, best.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (best[middle]!.place > place) low = middle + 1;
    else high = middle;
  }
  return low;
}
