/**
 * Words as a tree whose edges lie in one open hash table: built in time linear in the letters, walked
 * with one probe per letter. Letters are any 16-bit numbers above 0.
 */
export interface Trie {
  /** number of nodes; 0 is the root */
  readonly size: number;
  /** the node after `letter`, or -1 */
  step(node: number, letter: number): number;
  /** the word that ends at a node, or -1 */
  wordAt(node: number): number;
}

/** Builds a trie of distinct words; the value found for a word is its index. */
export function buildTrie(words: readonly ArrayLike<number>[]): Trie {
  let letters = 1;
  for (const word of words) letters += word.length;
  const capacity = 2 ** Math.ceil(Math.log2(letters * 2 + 2));
  const mask = capacity - 1;
  const fromNodes = new Int32Array(capacity).fill(-1);
  const edgeLetters = new Uint16Array(capacity);
  const toNodes = new Int32Array(capacity);
  const ends = new Int32Array(letters + 1).fill(-1);
  let size = 1;

  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    let node = 0;
    for (let at = 0; at < word.length; at++) {
      const letter = word[at]!;
      let slot = slotOf(node, letter);
      while (fromNodes[slot] !== -1 && !(fromNodes[slot] === node && edgeLetters[slot] === letter))
        slot = (slot + 1) & mask;
      if (fromNodes[slot] === -1) {
        fromNodes[slot] = node;
        edgeLetters[slot] = letter;
        toNodes[slot] = size++;
      }
      node = toNodes[slot]!;
    }
    ends[node] = index;
  }

  return {
    size,
    step(node, letter) {
      let slot = slotOf(node, letter);
      for (;;) {
        const from = fromNodes[slot]!;
        if (from === -1) return -1;
        if (from === node && edgeLetters[slot] === letter) return toNodes[slot]!;
        slot = (slot + 1) & mask;
      }
    },
    wordAt: (node) => ends[node]!,
  };

  function slotOf(node: number, letter: number): number {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & mask;
  }
}
