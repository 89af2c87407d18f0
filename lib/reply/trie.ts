/** A set of symbol strings, each with a number. Symbols are below 65,536. */
export interface Trie {
  /** the node after `symbol`, or 0; the walk starts at node 1 */
  step(node: number, symbol: number): number;
  /** the number of the string that ends here, or -1 */
  value(node: number): number;
}

/** Symbols one by one, or a text's UTF-16 units. */
type Symbols = readonly number[] | string;

/** Compiles `entries` into one open-addressed table; of equal strings the first keeps its number. */
export function buildTrie(entries: readonly (readonly [symbols: Symbols, value: number])[]): Trie {
  const most = entries.reduce((sum, [symbols]) => sum + symbols.length, 0);
  const size = 1 << Math.ceil(Math.log2(most * 2 + 1));
  const parents = new Int32Array(size);
  const symbols = new Uint16Array(size);
  const children = new Int32Array(size);
  const ends = new Int32Array(most + 2).fill(-1);
  // most walks end where they begin
  const roots = new Int32Array(0x10000);
  let last = 1;
  /** Where the edge stands, or the free place for it. */
  const slotOf = (node: number, symbol: number): number => {
    let slot = ((Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7) & (size - 1);
    while (parents[slot] !== 0 && (parents[slot] !== node || symbols[slot] !== symbol))
      slot = (slot + 1) & (size - 1);
    return slot;
  };
  for (const [string, value] of entries) {
    let node = 1;
    for (let i = 0; i < string.length; i++) {
      const symbol = typeof string === 'string' ? string.charCodeAt(i) : string[i]!;
      const slot = slotOf(node, symbol);
      if (parents[slot] === 0) {
        parents[slot] = node;
        symbols[slot] = symbol;
        children[slot] = ++last;
        if (node === 1) roots[symbol] = last;
      }
      node = children[slot]!;
    }
    if (ends[node] === -1) ends[node] = value;
  }
  return {
    step: (node, symbol) => (node === 1 ? roots[symbol]! : children[slotOf(node, symbol)]!),
    value: (node) => ends[node]!,
  };
}
