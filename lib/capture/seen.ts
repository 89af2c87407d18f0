/** Remembers the newest `limit` ids; a virtual list brings rows back after hours, so ids are kept long. */
export interface Seen {
  has(id: string): boolean;
  /** False when it was there already. */
  add(id: string): boolean;
}

export function createSeen(limit = 100_000): Seen {
  const ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    add(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      // a Set keeps the order of insertion: the first is the oldest
      if (ids.size > limit) for (const oldest of ids) return ids.delete(oldest);
      return true;
    },
  };
}
