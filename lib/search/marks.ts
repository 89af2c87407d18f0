import type { Letters } from './letters.ts';
import type { Wanted } from './prepare.ts';

/** From and to, in UTF-16 units of a text. */
export type Mark = readonly [start: number, end: number];

/** Where a text holds what was asked for: whole words, else the pairs of letters that are there. In order, apart. */
export function marksIn(text: string, wanted: readonly Wanted[], letters: Letters): Mark[] {
  const placed = letters.place(text);
  const isMarked = new Uint8Array(placed.letters.length);
  const mark = (word: string) => {
    for (let at = placed.letters.indexOf(word); at >= 0; at = placed.letters.indexOf(word, at + 1))
      isMarked.fill(1, at, at + word.length);
  };
  for (const word of wanted)
    if (placed.letters.includes(word.letters)) mark(word.letters);
    else for (const pair of word.pairs) mark(pair);

  const marks: [number, number][] = [];
  for (const [i, marked] of isMarked.entries()) {
    if (!marked) continue;
    const [start, end] = [placed.starts[i]!, placed.ends[i]!];
    const last = marks.at(-1);
    // what was left out between two marked letters is marked with them
    if (last && (isMarked[i - 1] || start <= last[1])) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
