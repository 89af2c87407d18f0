import type { Folded } from '../text/fold.ts';
import { oddReach, type Voices } from '../text/voices.ts';
import { hasKinds, hasVeiled, hasWritten, type Openings } from './openings.ts';

/** What may begin at a place: a word of one letter, one of several as they are written, a veiled one. */
export const isLetter = 1;
export const isWritten = 2;
export const isVeiled = 4;

/** Marks by place what may begin there, in one pass; `marks` is longer than the text. */
export function markPlaces(text: Folded, openings: Openings, voices: Voices, marks: Uint8Array): void {
  const { codes, length } = text;
  const { kind, odd } = voices;
  const { letters, sounds } = openings;
  let code = codes[0]!;
  let kindHere = kind[code]!;
  for (let at = 0; at < length; at++) {
    const next = at + 1 < length ? codes[at + 1]! : 0;
    const kindNext = kind[next]!;
    let mark = letters[code]! | (sounds[kindHere]! << 2);
    // 最最高级: a letter said twice
    if (next === code) mark |= isWritten;
    if (hasKinds(openings, kindHere, kindNext)) {
      if (hasWritten(openings, code, next)) mark |= isWritten;
      const third = at + 2 < length ? codes[at + 2]! : 0;
      if (hasVeiled(openings, voices, code, next, third)) mark |= isVeiled;
    }
    marks[at] = mark;
    // pinyin, a digit or a part may stand inside what began before it
    if (odd[code] === 1 && voices.isOdd(codes, at))
      for (let from = Math.max(0, at - oddReach + 1); from <= at; from++) marks[from]! |= isVeiled;
    code = next;
    kindHere = kindNext;
  }
}
