/**
 * Words as a tree whose edges lie in one open hash table: words can be added at any time, each in time
 * linear in its letters, and reading costs one probe per letter. Letters are 16-bit numbers above 0.
 */
export interface Trie {
  /** Adds a word; gives the node it ends at. */
  add(word: ArrayLike<number>): number;
  addText(word: string): number;
  /** the node after `letter`, or -1; 0 is the root */
  step(node: number, letter: number): number;
  /** what was put at a node, or -1 */
  valueAt(node: number): number;
  put(node: number, value: number): void;
}

export function createTrie(): Trie {
  let capacity = 1 << 10;
  // where an edge comes from and goes to, side by side
  let edges = new Int32Array(capacity * 2).fill(-1);
  let letterOf = new Uint16Array(capacity);
  let values = new Int32Array(capacity).fill(-1);
  let size = 1;
  return {
    add,
    addText,
    step,
    valueAt: (node) => values[node]!,
    put(node, value) {
      values[node] = value;
    },
  };

  function add(word: ArrayLike<number>): number {
    let node = 0;
    for (let at = 0; at < word.length; at++) node = grown(node, word[at]!);
    return node;
  }

  function addText(word: string): number {
    let node = 0;
    for (let at = 0; at < word.length; at++) node = grown(node, word.charCodeAt(at));
    return node;
  }

  /** The node after a letter, made if there is none. */
  function grown(node: number, letter: number): number {
    const known = step(node, letter);
    if (known !== -1) return known;
    if (size * 1.7 > capacity) grow();
    const next = size++;
    letterOf[next] = letter;
    link(node, next);
    return next;
  }

  function step(node: number, letter: number): number {
    const mask = capacity - 1;
    let slot = hash(node, letter) & mask;
    for (;;) {
      const from = edges[slot * 2]!;
      if (from === -1) return -1;
      if (from === node) {
        const to = edges[slot * 2 + 1]!;
        if (letterOf[to] === letter) return to;
      }
      slot = (slot + 1) & mask;
    }
  }

  function link(from: number, to: number): void {
    const mask = capacity - 1;
    let slot = hash(from, letterOf[to]!) & mask;
    while (edges[slot * 2] !== -1) slot = (slot + 1) & mask;
    edges[slot * 2] = from;
    edges[slot * 2 + 1] = to;
  }

  function grow(): void {
    const old = edges;
    capacity *= 4;
    edges = new Int32Array(capacity * 2).fill(-1);
    const letters = new Uint16Array(capacity);
    letters.set(letterOf);
    letterOf = letters;
    const kept = values;
    values = new Int32Array(capacity).fill(-1);
    values.set(kept);
    for (let at = 0; at < old.length; at += 2) if (old[at] !== -1) link(old[at]!, old[at + 1]!);
  }
}

const hash = (node: number, letter: number): number => {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};
