/** The two keys that tell a comment from all else in the page's React trees. */
export type Keys = readonly [string, string];
export type Bag = Readonly<Record<string, unknown>>;

/** How far and how long the search goes: a row's own data lies near, the rest of the app must not be walked. */
const reach = { depth: 14, objects: 400, nodes: 12 };

/**
 * Finds the comment in the React props of a row or of what stands in it: the nearest object that has both
 * keys, wherever the page's release of the day puts it.
 */
export function findInRow(row: Element, keys: Keys): Bag | null {
  const nodes = [row, ...Array.from(row.querySelectorAll('*')).slice(0, reach.nodes)];
  for (const node of nodes) {
    const found = search(ownedBy(node, '__reactProps$'), keys);
    if (found) return found;
  }
  return null;
}

/** What React keeps on a node under a key that ends in a random part. */
export function ownedBy(node: Element, prefix: string): unknown {
  const name = Object.keys(node).find((key) => key.startsWith(prefix));
  return name === undefined ? undefined : (node as unknown as Bag)[name];
}

export const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;

export const holds = (value: Bag, keys: Keys): boolean => keys.every((key) => Object.hasOwn(value, key));

/** Breadth first, so that the row's own comment comes before one quoted inside it. */
function search(start: unknown, keys: Keys): Bag | null {
  const seen = new Set<unknown>();
  let level: unknown[] = [start];
  for (let depth = 0; depth < reach.depth && level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      if (!isBag(value) || seen.has(value)) continue;
      if (seen.size >= reach.objects) return null;
      seen.add(value);
      if (holds(value, keys)) return value;
      // nodes lead into the document, _owner and _store into React's own tree
      if ('nodeType' in value) continue;
      for (const key of Object.keys(value)) if (!key.startsWith('_')) next.push(value[key]);
    }
    level = next;
  }
  return null;
}

/** The plain values of a comment: its object may hold functions and whole trees as well. */
export function plain(found: Bag): Bag {
  const values = Object.entries(found).flatMap(([key, value]): [string, unknown][] => {
    if (typeof value === 'bigint') return [[key, String(value)]];
    return ['string', 'number', 'boolean'].includes(typeof value) ? [[key, value]] : [];
  });
  return Object.fromEntries(values.slice(0, 50));
}
