/** Cuts in large steps: a shift per comment would move the whole array each time. */
export function cut(rows: unknown[], limit: number): void {
  if (rows.length > 2 * limit) rows.splice(0, rows.length - limit);
}

/** The oldest keys of what has grown beyond its limit, some at a time: to find the first one is to walk over all that went before it. */
export function oldestOf<K>(held: ReadonlyMap<K, unknown> | ReadonlySet<K>, step: number): K[] {
  const oldest: K[] = [];
  for (const key of held.keys()) {
    if (oldest.length >= step) break;
    oldest.push(key);
  }
  return oldest;
}
