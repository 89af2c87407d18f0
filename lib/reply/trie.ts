/** A set of symbol strings, each with a number. Symbols are below 65,536. */
export interface Trie {
  /** the node after `symbol`, or 0; the walk starts at node 1 */
  step(node: number, symbol: number): number;
  /** the number of the string that ends here, or -1 */
  value(node: number): number;
}

/** Compiles `entries` into one open-addressed table; of equal strings the first keeps its number. */
export function buildTrie(entries: Iterable<readonly [symbols: readonly number[], value: number]>): Trie {
  const edges = new Map<number, number>();
  const values: number[] = [-1, -1];
  for (const [symbols, value] of entries) {
    let node = 1;
    for (const symbol of symbols) {
      const key = node * 0x10000 + symbol;
      let next = edges.get(key);
      if (next === undefined) {
        next = values.push(-1) - 1;
        edges.set(key, next);
      }
      node = next;
    }
    if (values[node] === -1) values[node] = value;
  }

  const size = 1 << Math.ceil(Math.log2(edges.size * 2 + 1));
  const parents = new Int32Array(size);
  const symbols = new Uint16Array(size);
  const children = new Int32Array(size);
  const slotOf = (node: number, symbol: number) =>
    (Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7;
  for (const [key, child] of edges) {
    const node = Math.floor(key / 0x10000);
    const symbol = key % 0x10000;
    let slot = slotOf(node, symbol) & (size - 1);
    while (parents[slot] !== 0) slot = (slot + 1) & (size - 1);
    parents[slot] = node;
    symbols[slot] = symbol;
    children[slot] = child;
  }
  const ends = Int32Array.from(values);
  // most walks end where they begin
  const roots = new Int32Array(0x10000);
  for (const [key, child] of edges) if (key < 0x20000) roots[key - 0x10000] = child;
  return {
    step(node, symbol) {
      if (node === 1) return roots[symbol]!;
      let slot = slotOf(node, symbol) & (size - 1);
      while (parents[slot] !== 0) {
        if (parents[slot] === node && symbols[slot] === symbol) return children[slot]!;
        slot = (slot + 1) & (size - 1);
      }
      return 0;
    },
    value: (node) => ends[node]!,
  };
}
