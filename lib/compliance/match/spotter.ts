import type { Lexicon } from './lexicon.ts';
import type { Tokens } from './tokens.ts';

/** Tells which of some classes have words in a text, and between which places these begin. */
export interface Spotter {
  /** Turns to the words of another text. */
  spot(tokens: Tokens): void;
  /** those that have */
  readonly present: readonly number[];
  has(group: number): boolean;
  firstOf(group: number): number;
  lastOf(group: number): number;
  isOf(word: number, group: number): boolean;
}

/** Words that join the lexicon later belong to no class. */
export function createSpotter(groups: ReadonlySet<number>, { members, words }: Lexicon): Spotter {
  const known = words.length;
  const { offsets, classes } = classesByWord(groups, members, known);
  // by class side by side: the turn in which it was seen, where first and where last
  const seen = new Int32Array(members.length * 3);
  const present: number[] = [];
  let turn = 0;

  return {
    spot,
    present,
    has: (group) => seen[group * 3] === turn,
    firstOf: (group) => seen[group * 3 + 1]!,
    lastOf: (group) => seen[group * 3 + 2]!,
    isOf,
  };

  function spot({ word, start, count }: Tokens): void {
    turn++;
    present.length = 0;
    for (let token = 0; token < count; token++) {
      const id = word[token]!;
      if (id >= known) continue;
      const at = start[token]!;
      const last = offsets[id + 1]!;
      for (let index = offsets[id]!; index < last; index++) {
        const group = classes[index]!;
        const place = group * 3;
        seen[place + 2] = at;
        if (seen[place] === turn) continue;
        seen[place] = turn;
        seen[place + 1] = at;
        present.push(group);
      }
    }
  }

  function isOf(word: number, group: number): boolean {
    if (word >= known) return false;
    const last = offsets[word + 1]!;
    let index = offsets[word]!;
    while (index < last && classes[index]! < group) index++;
    return index < last && classes[index] === group;
  }
}

/** For each word the classes that it is of, ascending, one list after the other; `offsets` by word, and one at the end. */
function classesByWord(
  groups: Iterable<number>,
  members: readonly (readonly number[])[],
  words: number,
): { offsets: Int32Array; classes: Uint16Array } {
  const ids = [...groups].sort((a, b) => a - b);
  const offsets = new Int32Array(words + 1);
  for (const id of ids) for (const word of members[id]!) offsets[word + 1]!++;
  for (let word = 0; word < words; word++) offsets[word + 1]! += offsets[word]!;
  const classes = new Uint16Array(offsets[words]!);
  const filled = offsets.slice();
  for (const id of ids) for (const word of members[id]!) classes[filled[word]!++] = id;
  return { offsets, classes };
}
