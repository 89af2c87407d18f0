import { createNumbering, createStamps } from './numbering.ts';

/** Characters and pairs of them, as numbers: what a text is made of, whatever it means. */
export function gramsOf(text: string): number[] {
  const grams: number[] = [];
  let before = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === BLANK || unit === QUESTION) {
      before = 0;
      continue;
    }
    grams.push(unit);
    const small = unit < firstHan ? unit : unit - firstHan + smallest;
    if (before !== 0) grams.push(before * 0x8000 + small);
    before = small;
  }
  return grams;
}

/** Two characters of a folded text in 30 bits: numbers beyond that are slow keys. */
const firstHan = 0x4e00;
const smallest = 0x80;
const BLANK = 32;
const QUESTION = 63;

export type GramBook = ReturnType<typeof createGramBook>;

/** Numbers grams, and counts in how many scripts each stands. */
export function createGramBook() {
  const numbers = createNumbering();
  const isFresh = createStamps();
  const spreads: number[] = [];
  return {
    size: numbers.size,
    /** undefined for a gram that no script has */
    numberOf(gram: number): number | undefined {
      const number = numbers.get(gram);
      return number < 0 ? undefined : number;
    },
    spread: (number: number) => spreads[number]!,
    add(gram: number): number {
      const number = numbers.add(gram);
      if (number === spreads.length) spreads.push(0);
      return number;
    },
    /** counts a script that has it, once however often it is told */
    count(number: number, owner: number): void {
      if (isFresh(number, owner)) spreads[number]!++;
    },
  };
}
