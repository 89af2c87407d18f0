import { isDigit, isHan, isLatin } from './marks.ts';
import type { Shapes } from './shapes.ts';
import type { Sounds } from './sounds.ts';

/** How many letters an odd one may lie inside a veiled term. */
export const oddReach = 4;

/** More kinds of letters than there are. */
export const mostKinds = 512;

/** Added to a kind where `odd` is 1. */
export const oddLetter = 1 << 10;

/** Quick tables by letter that tell where a veiled spelling is possible at all. */
export interface Voices {
  /** id of what the letter usually sounds like, 0 for none */
  sound: Uint16Array;
  /** 1: it may sound otherwise too */
  several: Uint8Array;
  /** all that it may sound like */
  soundsOf(code: number): readonly number[];
  /** all that a letter of a term sounds like: the usual sound, others only where terms use them */
  termSoundsOf(code: number): readonly number[];
  /** letters that usually sound so */
  lettersOf(sound: number): readonly number[];
  /** the usual sound, or another id where there is none. Never 0 */
  kind: Uint16Array;
  /** 1: perhaps pinyin, a digit or the first part of a character */
  odd: Uint8Array;
  /** kinds with `oddLetter` */
  letters: Uint16Array;
  /** Whether it is one: a lone digit, a part that its other part follows. */
  isOdd(codes: Uint16Array, at: number): boolean;
}

/** Characters that terms use in another reading than the usual one: 血 is xue as well as xie. */
const polyphones = new Set([...'血降长重行调弹率薄露塞咽量都朝处便觉'].map((letter) => letter.charCodeAt(0)));

export function buildVoices(sounds: Sounds, shapes: Shapes): Voices {
  const sound = new Uint16Array(0x10000);
  const odd = new Uint8Array(0x10000);
  const lettersOf = Array.from({ length: mostKinds }, (): number[] => []);
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    sound[code] = sounds.soundOf[sounds.usual[code]!]!;
    lettersOf[sound[code]!]!.push(code);
  }
  for (const part of shapes.parts) odd[part] = 1;
  const kind = new Uint16Array(0x10000);
  // sounds are fewer than 320; the ids above tell letters without one apart, ASCII best
  for (let code = 0; code < 0x10000; code++)
    kind[code] = sound[code] || (code < 0x80 ? mostKinds - 1 - code : 320 + (code & 63));
  for (let code = 0; code < 0x80; code++) if (isLatin(code) || isDigit(code)) odd[code] = 1;

  const several = new Uint8Array(0x10000);
  for (const code of sounds.several.keys()) several[code] = 1;

  const alone = lettersOf.map((_, id) => [id]);
  const soundsOf = (code: number) => sounds.syllablesOf(code).map((syllable) => sounds.soundOf[syllable]!);
  const ofTerms = new Map([...polyphones].map((code) => [code, soundsOf(code)]));
  const isPolyphone = new Uint8Array(0x10000);
  for (const code of polyphones) isPolyphone[code] = 1;

  return {
    sound,
    several,
    soundsOf,
    termSoundsOf: (code) => (isPolyphone[code] === 1 ? ofTerms.get(code)! : alone[sound[code]!]!),
    lettersOf: (id) => lettersOf[id]!,
    kind,
    odd,
    letters: kind.map((id, code) => (odd[code] === 1 ? id | oddLetter : id)),
    isOdd(codes, at) {
      const code = codes[at]!;
      if (isHan(code)) return shapes.mayCompose(code, codes[at + 1] ?? 0);
      return isLatin(code) || (!isDigit(codes[at - 1] ?? 0) && !isDigit(codes[at + 1] ?? 0));
    },
  };
}
