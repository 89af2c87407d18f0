import { type Folded, picture } from '../text/fold.ts';
import { isBreath } from '../text/marks.ts';
import { mostKinds, oddLetter, oddReach, type Voices } from '../text/voices.ts';
import { beginsVeiled, beginsWritten, isVeiledWord } from './begins.ts';
import { has, pairHash, pairOf } from './bits.ts';
import { type Openings, triplePlace } from './openings.ts';

/** What may begin at a place: a word of one letter, one of several as they are written, a veiled one. */
export const isLetter = 1;
export const isWritten = 2;
export const isVeiled = 4;

const kindBits = mostKinds - 1;

/** Marks by place what may begin there, in one pass; `marks` is longer than the text. */
export function markPlaces(text: Folded, openings: Openings, voices: Voices, marks: Uint8Array): void {
  const { codes, flags, length } = text;
  const { letters, kinds, pairs, pairShift, triples } = openings;
  // past the end there are no letters
  codes.fill(0, length, length + oddReach);
  let code = codes[0]!;
  let next = codes[1]!;
  let own = letters[code]!;
  let other = letters[next]!;
  for (let at = 0; at < length; at++) {
    const third = codes[at + 2]!;
    const far = letters[third]!;
    let mark = (own >>> 9) & (isLetter | isVeiled);
    // 最最高级, a letter said twice; 稳❤赚, 治啊啊疗
    if (next === code || (flags[at + 1]! & picture) !== 0 || (next === third && isBreath(next)))
      mark |= isWritten;
    if (has(kinds, pairOf(own & kindBits, other & kindBits))) {
      if (beginsWritten(openings, code, next, 0)) mark |= isWritten;
      if (has(pairs, pairHash(code, next) >>> pairShift) && isVeiledWord(openings, voices, code, next))
        mark |= isVeiled;
      else if (
        has(triples, triplePlace(openings, own & kindBits, other & kindBits, far & kindBits)) &&
        beginsVeiled(openings, voices, code, next, third, codes[at + 3]!)
      )
        mark |= isVeiled;
    }
    marks[at] = mark;
    // pinyin, a digit or a part may stand inside what began before it
    if ((own & oddLetter) !== 0 && voices.isOdd(codes, at))
      for (let from = Math.max(0, at - oddReach + 1); from <= at; from++) marks[from]! |= isVeiled;
    code = next;
    next = third;
    own = other;
    other = far;
  }
}
