/**
 * The order to draw while someone points at the list: what was there keeps its place, what is new goes last.
 * Both are ids; what is gone from `next` is left out.
 */
export function stableOrder(shown: readonly string[], next: readonly string[]): string[] {
  const open = new Set(next);
  const kept = shown.filter((id) => open.has(id));
  const known = new Set(kept);
  return [...kept, ...next.filter((id) => !known.has(id))];
}
