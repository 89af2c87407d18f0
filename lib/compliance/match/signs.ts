import { isPicture } from '../text/fold.ts';
import { expanded, type FoldTable, pause } from '../text/fold-table.ts';
import { isHan } from '../text/marks.ts';
import type { Voices } from '../text/voices.ts';
import { isLetterWord, isLoneSound, type Openings } from './openings.ts';

/** It may be pinyin or a digit that stands for a character. */
export const odd = 1 << 25;
/** It is a word, or sounds like one. */
export const telling = 1 << 26;
/** It stands for no letter or for several: an emoji, a ligature. */
export const spelledOut = 1 << 27;

/** A letter that is in no word and sounds like none. */
const foreign = -1;

/**
 * What a UTF-16 unit may begin: the letter it folds to in the low 16 bits, then its kind in 9, and above them the
 * marks; 0 when it folds away.
 */
export function createSigns(
  openings: Openings,
  { units }: FoldTable,
  { kind, odd: oddLetters, sound }: Voices,
): Int32Array {
  const signs = new Int32Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    const code = units[unit]!;
    if (code <= pause) continue;
    if (code === expanded) {
      signs[unit] = spelledOut;
      continue;
    }
    const isTelling =
      (openings.letters[code]! & (isLetterWord | isLoneSound)) !== 0 || (unit !== code && isPicture(unit));
    const isOdd = openings.wanted[0] === 1 && oddLetters[code] === 1 && !isHan(code);
    if (sound[code] === 0 && openings.known[code] === 0 && !isOdd) signs[unit] = foreign;
    else signs[unit] = code | (kind[code]! << 16) | (isTelling ? telling : isOdd ? odd : 0);
  }
  return signs;
}

export const letterOf = (sign: number): number => sign & 0xffff;
export const kindOf = (sign: number): number => (sign >>> 16) & 511;
