import type { GramBook } from './grams.ts';
import { type Inverted, invert } from './inverted.ts';
import { createStamps } from './numbering.ts';
import { createRuns, type Runs } from './runs.ts';

/**
 * Scripts by the characters and pairs of their examples, and by those of their reply and their product's name; one
 * script after the other.
 *
 * @param grams runs of their numbers in `book`
 */
export function createEcho(book: GramBook, grams: Runs) {
  const heard = createRuns();
  const scripts: number[] = [];
  const isNew = createStamps();
  let owner = 0;
  const hear = (token: number) => {
    if (!isNew(token, owner)) return;
    heard.push(token);
    book.count(token >> 1, owner);
  };
  const ask = (gram: number) => hear(2 * gram);
  const tell = (gram: number) => hear(2 * gram + 1);
  return {
    ask(run: number, of: number): void {
      owner = of;
      grams.each(run, ask);
    },
    tell(run: number, of: number): void {
      owner = of;
      grams.each(run, tell);
    },
    end: () => scripts.push(heard.end()),
    invert: (): Inverted => invert(heard, scripts, 2 * book.size()),
  };
}
