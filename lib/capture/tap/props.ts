/** How far and how long the search goes: a row's own data lies near, the rest of the app must not be walked. */
const reach = { depth: 7, objects: 300, nodes: 12 };

type Bag = Record<string, unknown>;

/**
 * Finds the comment in the React props of a row or of what stands in it: the nearest object that has both
 * keys. Its plain values only, for props hold functions and whole trees.
 */
export function readProps(row: Element, keys: readonly [string, string]): Bag | null {
  const nodes = [row, ...Array.from(row.querySelectorAll('*')).slice(0, reach.nodes)];
  for (const node of nodes) {
    const name = Object.keys(node).find((key) => key.startsWith('__reactProps$'));
    const found = name === undefined ? null : search((node as unknown as Bag)[name], keys);
    if (found) return plain(found);
  }
  return null;
}

/** Breadth first, so that the row's own comment comes before one quoted inside it. */
function search(start: unknown, keys: readonly [string, string]): Bag | null {
  const seen = new Set<unknown>();
  let level: unknown[] = [start];
  for (let depth = 0; depth < reach.depth && level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null || seen.has(value)) continue;
      if (seen.size >= reach.objects) return null;
      seen.add(value);
      if (keys.every((key) => Object.hasOwn(value, key))) return value as Bag;
      // _owner and _store lead into React's own tree, nodes into the document's
      if ('nodeType' in value) continue;
      for (const key of Object.keys(value)) if (!key.startsWith('_')) next.push((value as Bag)[key]);
    }
    level = next;
  }
  return null;
}

function plain(found: Bag): Bag {
  const values = Object.entries(found).flatMap(([key, value]): [string, unknown][] => {
    if (typeof value === 'bigint') return [[key, String(value)]];
    return ['string', 'number', 'boolean'].includes(typeof value) ? [[key, value]] : [];
  });
  return Object.fromEntries(values.slice(0, 50));
}
