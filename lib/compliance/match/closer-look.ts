import { isBreath } from '../text/marks.ts';
import type { Voices } from '../text/voices.ts';
import { beginsVeiled, beginsWritten, isVeiledWord, isWord } from './begins.ts';
import { has, pairHash } from './bits.ts';
import { type Openings, triplePlace } from './openings.ts';
import { kindOf, letterOf, odd } from './signs.ts';

/** Whether a word may begin two letters before a place of a text, or one; read with the signs of its units. */
export type CloserLook = (text: string, at: number) => boolean;

export function createCloserLook(openings: Openings, voices: Voices, signs: Int32Array): CloserLook {
  return (text, at) => {
    const third = signAt(text, at);
    const secondAt = letterBefore(text, at);
    const second = signAt(text, secondAt);
    if (second === 0) return false;
    const first = signAt(text, letterBefore(text, secondAt));
    const fourth = letterAfter(text, at);
    const one = letterOf(first);
    const two = letterOf(second);
    const three = letterOf(third);
    const { pairs, pairShift } = openings;
    if (has(pairs, pairHash(two, three) >>> pairShift))
      if (isWord(openings, two, three) || isVeiledWord(openings, voices, two, three)) return true;
    // 最最高级: of what is said twice the screen counts one, here both count
    if (two === three)
      return isBreath(two) || hasTriple(first, second, third) || hasTriple(second, third, fourth);
    if (one === two) return true;
    if (one === 0 || !hasTriple(first, second, third)) return false;
    if (beginsWritten(openings, one, two, three)) return true;
    if (openings.wanted[0] === 0) return false;
    return fourth >= odd || beginsVeiled(openings, voices, one, two, three, letterOf(fourth));
  };

  function hasTriple(first: number, second: number, third: number): boolean {
    return has(openings.triples, triplePlace(openings, kindOf(first), kindOf(second), kindOf(third)));
  }

  function signAt(text: string, at: number): number {
    return at < 0 ? 0 : signs[text.charCodeAt(at)]!;
  }

  /** Place of the letter before, or -1. */
  function letterBefore(text: string, at: number): number {
    let before = at - 1;
    while (before >= 0 && letterOf(signAt(text, before)) === 0) before--;
    return before;
  }

  /** Sign of the letter after, or 0. */
  function letterAfter(text: string, at: number): number {
    for (let after = at + 1; after < text.length; after++) {
      const sign = signAt(text, after);
      if (sign !== 0) return sign;
    }
    return 0;
  }
}
