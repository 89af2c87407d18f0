import { createFolded, fold } from '../compliance/text/fold.ts';
import { buildFoldTable } from '../compliance/text/fold-table.ts';
import { isBreak, unknownLetter } from '../compliance/text/marks.ts';

/** A text as search compares it: letters in one form, spaces, punctuation and decoration left out. */
interface Placed {
  letters: string;
  /** where each letter stands in the text as given (UTF-16) */
  starts: readonly number[];
  ends: readonly number[];
}

export interface Letters {
  of(text: string): string;
  place(text: string): Placed;
}

/** Makes the reader of letters: width, case, traditional characters and look-alikes are one. Takes about 10 ms. */
export function createLetters(): Letters {
  const table = buildFoldTable();
  const folded = createFolded();

  function place(text: string): Placed {
    const { length, codes, starts, ends } = fold(text, table, folded);
    const placed = { letters: '', starts: [] as number[], ends: [] as number[] };
    for (let i = 0; i < length; i++) {
      const code = codes[i]!;
      // below a blank stand the marks between the fields of a line
      if (isBreak(code) || code < 32) continue;
      const [start, end] = [starts[i]!, ends[i]!];
      const letter = code === unknownLetter ? text.slice(start, end) : String.fromCharCode(code);
      for (const unit of letter.split('')) {
        placed.letters += unit;
        placed.starts.push(start);
        placed.ends.push(end);
      }
    }
    return placed;
  }

  return { place, of: (text) => place(text).letters };
}
