/** The value of a key, made when it is first asked for. */
export function getOr<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Counts `more` of a key. */
export const count = <K>(counts: Map<K, number>, key: K, more = 1): void =>
  void counts.set(key, (counts.get(key) ?? 0) + more);
