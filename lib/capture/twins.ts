/** Entries that wait for one of the same key; a multiset, for people repeat themselves and each other. */
export interface Twins<T> {
  put(key: string, entry: T): void;
  /** Takes out the oldest of this key that `fits`. */
  take(key: string, fits: (entry: T) => boolean): T | undefined;
  /** Takes out this very entry, if it is still there. */
  remove(key: string, entry: T): boolean;
}

/** Holds at most `limit` entries; the oldest go first. */
export function createTwins<T>(limit: number): Twins<T> {
  const byKey = new Map<string, T[]>();
  const order: [key: string, entry: T][] = [];

  function remove(key: string, entry: T): boolean {
    const entries = byKey.get(key);
    const place = entries?.indexOf(entry) ?? -1;
    if (!entries || place < 0) return false;
    if (entries.length === 1) byKey.delete(key);
    else entries.splice(place, 1);
    return true;
  }

  return {
    put(key, entry) {
      const entries = byKey.get(key);
      if (entries) entries.push(entry);
      else byKey.set(key, [entry]);
      order.push([key, entry]);
      // in one go: shifting one by one would move the array each time
      if (order.length > 2 * limit) for (const [old, gone] of order.splice(0, limit)) remove(old, gone);
    },
    take(key, fits) {
      const entry = byKey.get(key)?.find(fits);
      if (entry !== undefined) remove(key, entry);
      return entry;
    },
    remove,
  };
}
