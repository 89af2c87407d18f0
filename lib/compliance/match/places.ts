import { type Folded, picture } from '../text/fold.ts';
import { isBreath } from '../text/marks.ts';
import { oddReach, type Voices } from '../text/voices.ts';
import { beginsVeiled, beginsWritten, isVeiledWord } from './begins.ts';
import { has, pairHash, pairOf } from './bits.ts';
import type { Openings } from './openings.ts';

/** What may begin at a place: a word of one letter, one of several as they are written, a veiled one. */
export const isLetter = 1;
export const isWritten = 2;
export const isVeiled = 4;

/** Marks by place what may begin there, in one pass; `marks` is longer than the text. */
export function markPlaces(text: Folded, openings: Openings, voices: Voices, marks: Uint8Array): void {
  const { codes, flags, length } = text;
  const { kind, odd } = voices;
  const { letters, sounds, kinds, pairs, pairShift } = openings;
  // past the end there are no letters
  codes.fill(0, length, length + oddReach);
  for (let at = 0; at < length; at++) {
    const code = codes[at]!;
    const next = codes[at + 1]!;
    let mark = letters[code]! | (sounds[kind[code]!]! << 2);
    // 最最高级: a letter said twice
    if (next === code) mark |= isWritten;
    // 稳❤赚, 治啊啊疗
    if (flags[at + 1]! & picture || (isBreath(next) && codes[at + 2] === next)) mark |= isWritten;
    if (has(kinds, pairOf(kind[code]!, kind[next]!))) {
      if (beginsWritten(openings, code, next, 0)) mark |= isWritten;
      if (has(pairs, pairHash(code, next) >>> pairShift) && isVeiledWord(openings, voices, code, next))
        mark |= isVeiled;
      else if (beginsVeiled(openings, voices, code, next, codes[at + 2]!, codes[at + 3]!)) mark |= isVeiled;
    }
    marks[at] = mark;
    // pinyin, a digit or a part may stand inside what began before it
    if (odd[code] === 1 && voices.isOdd(codes, at))
      for (let from = Math.max(0, at - oddReach + 1); from <= at; from++) marks[from]! |= isVeiled;
  }
}
