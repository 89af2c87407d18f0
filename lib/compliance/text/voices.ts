import { isDigit, isHan, isLatin } from './marks.ts';
import type { Shapes } from './shapes.ts';
import type { Sounds } from './sounds.ts';

/** How many letters an odd one may lie inside a veiled term. */
export const oddReach = 4;

/** Quick tables by letter that tell where a veiled spelling is possible at all. */
export interface Voices {
  /** id of what the letter usually sounds like, 0 for none */
  sound: Uint16Array;
  /** 1: perhaps pinyin, a digit or the first part of a character */
  odd: Uint8Array;
  /** Whether it is one: a lone digit, a part that its other part follows. */
  isOdd(codes: Uint16Array, at: number): boolean;
  /** Sounds that an odd letter may be the beginning of. */
  soundsFrom(code: number): readonly number[];
  /** number of sounds */
  count: number;
}

export function buildVoices(sounds: Sounds, shapes: Shapes): Voices {
  const sound = new Uint16Array(0x10000);
  const odd = new Uint8Array(0x10000);
  for (let code = 0; code < sound.length; code++) {
    if (isHan(code)) sound[code] = sounds.soundOf[sounds.usual[code]!]!;
    if (isLatin(code) || isDigit(code) || shapes.isPart(code)) odd[code] = 1;
  }
  const byInitial = new Map<number, number[]>();
  for (let syllable = 1; syllable < sounds.soundOf.length; syllable++) {
    const initial = sounds.spelling(syllable).charCodeAt(0);
    byInitial.set(initial, [...(byInitial.get(initial) ?? []), sounds.soundOf[syllable]!]);
  }
  return {
    isOdd(codes, at) {
      const code = codes[at]!;
      if (isHan(code)) return shapes.mayCompose(code, codes[at + 1] ?? 0);
      return isLatin(code) || (!isDigit(codes[at - 1] ?? 0) && !isDigit(codes[at + 1] ?? 0));
    },
    sound,
    odd,
    count: Math.max(...sounds.soundOf) + 1,
    soundsFrom: (code) =>
      isHan(code) ? shapes.wholesFrom(code).map((whole) => sound[whole]!) : (byInitial.get(code) ?? []),
  };
}
