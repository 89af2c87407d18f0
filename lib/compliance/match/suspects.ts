import type { Folded } from '../text/fold.ts';
import type { Ordinary } from './ordinary.ts';
import type { Tokens } from './tokens.ts';

/** Why a veiled word may be none. */
export interface Doubt {
  /** places of letters that are not the word's own */
  places: readonly number[];
  /** whether more than one letter is */
  isMostlyPlain: boolean;
  /** whether the word is known by one letter only where it is part of no other word */
  isRare: boolean;
}

/** Whether a token is a veiled word and no common one: asked when a rule needs it, since few are ever needed. */
export type IsToken = (tokens: Tokens, token: number, text: Folded) => boolean;

export function createIsToken(ordinary: Ordinary): IsToken {
  return (tokens, token, text) => {
    if (tokens.isDoubted[token] === 0) return true;
    const doubt = tokens.doubts.get(token);
    // asked before, and it was none
    if (!doubt) return false;
    tokens.doubts.delete(token);
    const { places, isMostlyPlain, isRare } = doubt;
    const [start, end] = [tokens.start[token]!, tokens.end[token]!];
    if (ordinary.holds(text, start, end, places, isMostlyPlain)) return false;
    // 该运动 is no 改运
    if (isRare && ordinary.joins(text, start, end)) return false;
    tokens.isDoubted[token] = 0;
    return true;
  };
}
