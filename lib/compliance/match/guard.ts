import type { Folded } from '../text/fold.ts';
import { isDigit } from '../text/marks.ts';
import type { Ordinary } from './ordinary.ts';

/** Whether a spelling that may as well be plain text hides its word here. */
export type Guard = (word: number, folded: Folded, start: number, end: number) => boolean;

/**
 * `turned` are words with their letters turned round, which must be no part of other words; `initials` go with
 * letters one of which must come next.
 */
export function createGuard(
  turned: ReadonlySet<number>,
  initials: ReadonlyMap<number, string>,
  ordinary: Ordinary,
): Guard {
  return (word, folded, start, end) => {
    const after = initials.get(word);
    if (after !== undefined) return isInitial(after, folded, start, end);
    if (!turned.has(word)) return true;
    const { codes, length } = folded;
    // 评好 in 好评好评
    if (start > 0 && codes[start - 1] === codes[end - 1]) return false;
    if (end < length && codes[end] === codes[start]) return false;
    return !ordinary.isWritten(folded, start, end) && !ordinary.joins(folded, start, end);
  };
}

function isInitial(
  after: string,
  { codes, starts, ends, length }: Folded,
  start: number,
  end: number,
): boolean {
  if (start > 0 && isDigit(codes[start - 1]!)) return false;
  return end < length && starts[end] === ends[end - 1] && after.includes(String.fromCharCode(codes[end]!));
}
