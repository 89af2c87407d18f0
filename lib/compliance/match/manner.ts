import type { Shapes } from '../text/shapes.ts';
import type { Sounds } from '../text/sounds.ts';
import type { Unit } from './units.ts';

/** How one character of a term was written. */
export const literal = 0;
/** put together from its parts, 女子 for 好 */
const composed = 1;
/** in pinyin */
export const spelled = 2;
/** by a character that looks like it */
export const alike = 3;
/** by a character or digit that sounds the same */
const heard = 4;
/** by one that sounds nearly the same */
const blurred = 5;
/** by the first letter of its pinyin */
const initial = 6;
/** by one that sounds the same, and is often written for it: 觉 for 绝 */
const usual = 7;
export type Manner = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** How many there are. */
export const manners = 8;

/** Words that are too plain to stand for another by their sound. */
const plain = new Uint8Array(0x10000);
for (const character of '的地得了着过是在有和就不我你他她它们这那也都很还要会能去来上下中大小多少人吗呢吧啊呀到说里外前后开出进想看做用让被把给从向对为与及或但而且若如因所以之其此每各某再又才只一二三四五六七八九十百千万年月日时分')
  plain[character.charCodeAt(0)] = 1;
const one = '一'.charCodeAt(0);

/** How a unit stands for a character of a term of some length, or null when it does not. */
export function createMannerOf(
  sounds: Sounds,
  shapes: Shapes,
): (unit: Unit, wanted: number, length: number) => Manner | null {
  return (unit, wanted, length) => {
    if (unit.by === 'parts') return unit.code === wanted ? composed : null;
    if (unit.by === 'initial')
      return sounds.spelling(sounds.usual[wanted]!).charCodeAt(0) === unit.code ? initial : null;
    if (unit.by === 'character') {
      if (unit.code === wanted) return literal;
      if (shapes.hasOriginals[unit.code] === 1 && shapes.looksLike(unit.code, wanted)) return alike;
      // 全 looks like 至, but does not sound like it
      if (!sounds.syllablesOf(unit.code).includes(unit.syllable)) return null;
      if (length < 4 && plain[unit.code] === 1 && !shapes.soundsKnownFor(unit.code, wanted)) return null;
    }
    // 弟1: in a rank, the digit is as good as the letter
    if (unit.by === 'digit' && wanted === one) return composed;
    const same = sounds.syllablesOf(wanted).includes(unit.syllable);
    if (unit.by === 'pinyin') return same ? spelled : null;
    if (unit.by === 'digit') return same ? heard : null;
    if (same && plain[unit.code] === 0 && shapes.soundsKnownFor(unit.code, wanted)) return usual;
    return same ? heard : blurred;
  };
}

/** What is known of a term that may be veiled. */
export interface Veilable {
  length: number;
  /** of two letters, and known by one of them */
  disguised: boolean;
  /** so known only where none of its letters belongs to another word */
  rare: boolean;
  /** of one letter, and enough by itself */
  alone: boolean;
  /** 第一, whose letters are few and plain */
  rank: boolean;
  /** known well enough to be read from one initial */
  initials: boolean;
}

/** Whether a reader would see the term, given how often each manner was used for its letters. */
export function isBelievable(term: Veilable, counts: ArrayLike<number>): boolean {
  const { length } = term;
  const sure = counts[literal]! + counts[composed]!;
  if (counts[initial]! > 0 && !term.initials) return false;
  const sounded = counts[heard]! + counts[usual]!;
  // what is only heard needs a letter to lean on; pinyin beside a usual letter is one: 觉dui
  const known = counts[spelled]! + counts[usual]! + counts[alike]!;
  const leans = sure > 0 || (term.disguised && counts[spelled]! > 0 && known === length);
  if (!leans && length > 1 && length < 4 && counts[spelled]! < length) return false;
  if (length === 1)
    return counts[composed] === 1 || counts[spelled] === 1 || (term.alone && counts[blurred] === 0);
  if (counts[initial]! > 0)
    return counts[initial] === 1 && counts[blurred] === 0 && sounded === 0 && (sure >= 2 || term.rank);
  if (counts[alike]! > 1) return false;
  if (counts[spelled] === length) return true;
  if (counts[blurred]! > 0)
    return (length >= 3 || term.disguised) && counts[blurred] === 1 && sure >= length - 1;
  if (sounded + counts[alike]! > 0 && length === 2 && !term.disguised) return false;
  return sure + counts[spelled]! >= (length > 3 ? 2 : 1);
}
