import { type Folded, picture } from '../text/fold.ts';
import { isBreath } from '../text/marks.ts';
import { oddReach, type Voices } from '../text/voices.ts';
import { beginsVeiled, beginsWritten, isVeiledWord } from './begins.ts';
import { has, pairHash, pairOf } from './bits.ts';
import { type Openings, triplePlace } from './openings.ts';

/** What may begin at a place: a word of one letter, one of several as they are written, a veiled one. */
export const isLetter = 1;
export const isWritten = 2;
export const isVeiled = 4;

/** Marks by place what may begin there, in one pass; `marks` is longer than the text. */
export function markPlaces(text: Folded, openings: Openings, voices: Voices, marks: Uint8Array): void {
  const { codes, flags, length } = text;
  const { kind, odd } = voices;
  const { letters, sounds, kinds, pairs, pairShift, triples } = openings;
  // past the end there are no letters
  codes.fill(0, length, length + oddReach);
  let code = codes[0]!;
  let own = kind[code]!;
  for (let at = 0; at < length; at++) {
    const next = codes[at + 1]!;
    const other = kind[next]!;
    const third = codes[at + 2]!;
    let mark = letters[code]! | (sounds[own]! << 2);
    // 最最高级, a letter said twice; 稳❤赚, 治啊啊疗
    if (next === code || (flags[at + 1]! & picture) !== 0 || (next === third && isBreath(next)))
      mark |= isWritten;
    if (has(kinds, pairOf(own, other))) {
      if (beginsWritten(openings, code, next, 0)) mark |= isWritten;
      if (has(pairs, pairHash(code, next) >>> pairShift) && isVeiledWord(openings, voices, code, next))
        mark |= isVeiled;
      else if (
        has(triples, triplePlace(openings, own, other, kind[third]!)) &&
        beginsVeiled(openings, voices, code, next, third, codes[at + 3]!)
      )
        mark |= isVeiled;
    }
    marks[at] = mark;
    // pinyin, a digit or a part may stand inside what began before it
    if (odd[code] === 1 && voices.isOdd(codes, at))
      for (let from = Math.max(0, at - oddReach + 1); from <= at; from++) marks[from]! |= isVeiled;
    code = next;
    own = other;
  }
}
