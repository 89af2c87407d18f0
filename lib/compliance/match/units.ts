import { afterPause, type Folded } from '../text/fold.ts';
import { isDigit, isHan, isLatin } from '../text/marks.ts';
import type { Shapes } from '../text/shapes.ts';
import type { Sounds } from '../text/sounds.ts';
import type { Voices } from '../text/voices.ts';

/** What stands in a text for one character of a term. */
export interface Unit {
  from: number;
  to: number;
  /** the character read there, the letter of an initial, or 0 for pinyin */
  code: number;
  /** the syllable, or 0 for an initial */
  syllable: number;
  by: 'character' | 'parts' | 'pinyin' | 'digit' | 'initial';
}

/** Is told one way to read a unit; `node` is what the caller gave. */
type OnUnit = (
  node: number,
  from: number,
  to: number,
  code: number,
  syllable: number,
  by: Unit['by'],
) => void;

/** Tells every way to read one unit from a place on. */
export type ReadUnits = (folded: Folded, at: number, node: number, tell: OnUnit) => void;

const letterV = 118;
const digitSyllables: Readonly<Record<string, readonly string[]>> = {
  '0': ['ling'],
  '1': ['yi'],
  '2': ['er', 'liang'],
  '3': ['san'],
  '4': ['si', 'shi'],
  '5': ['wu'],
  '6': ['liu'],
  '7': ['qi'],
  '8': ['ba', 'fa'],
  '9': ['jiu', 'jiao'],
  v: ['wei'],
};
const longestSyllable = 6;

export function createUnitReader(sounds: Sounds, shapes: Shapes, voices: Voices): ReadUnits {
  const seenBy = new Map<number, readonly number[]>();
  return (folded, at, node, tell) => {
    const code = folded.codes[at]!;
    if (isHan(code)) readCharacter(folded, at, node, tell);
    else if (isLatin(code) || isDigit(code)) readLatin(folded, at, node, tell);
  };

  function readCharacter(folded: Folded, at: number, node: number, tell: OnUnit): void {
    const code = folded.codes[at]!;
    const syllables = sounds.syllablesOf(code);
    for (const syllable of syllables) tell(node, at, at + 1, code, syllable, 'character');
    if (shapes.hasOriginals[code] === 1)
      for (const syllable of syllablesSeen(code)) tell(node, at, at + 1, code, syllable, 'character');
    if (voices.odd[code] === 1)
      for (const { whole, size } of shapes.composedAt(folded, at))
        for (const syllable of sounds.syllablesOf(whole)) tell(node, at, at + size, whole, syllable, 'parts');
  }

  /** Other syllables that a character may stand for, because it looks like characters that are read so. */
  function syllablesSeen(code: number): readonly number[] {
    let seen = seenBy.get(code);
    if (!seen) {
      const own = sounds.syllablesOf(code);
      const others = shapes.originalsOf(code).flatMap((other) => sounds.syllablesOf(other));
      seen = [...new Set(others)].filter((syllable) => !own.includes(syllable));
      seenBy.set(code, seen);
    }
    return seen;
  }

  function readLatin(folded: Folded, at: number, node: number, tell: OnUnit): void {
    const { codes } = folded;
    const code = codes[at]!;
    const before = codes[at - 1] ?? 0;
    const after = codes[at + 1] ?? 0;
    if (isLatin(code)) readPinyin(folded, at, node, tell);
    if (
      code === letterV ||
      (isDigit(code) && !isDigit(after) && !isDigit(before) && !numbersItem(folded, at))
    )
      for (const spelling of digitSyllables[String.fromCharCode(code)]!)
        tell(node, at, at + 1, 0, sounds.syllable(spelling), 'digit');
    if (isLatin(code) && !isLatin(after) && !isLatin(before)) tell(node, at, at + 1, code, 0, 'initial');
  }

  /** 4.信息: a digit before a dot numbers an item of a list. */
  function numbersItem({ flags, length }: Folded, at: number): boolean {
    return at + 1 < length && (flags[at + 1]! & afterPause) !== 0;
  }

  function readPinyin({ codes, length }: Folded, at: number, node: number, tell: OnUnit): void {
    let spelling = '';
    for (let to = at; to < length && to - at < longestSyllable && isLatin(codes[to]!); to++) {
      spelling += String.fromCharCode(codes[to]!);
      const syllable = spelling.length > 1 ? sounds.syllable(spelling) : 0;
      if (!syllable) continue;
      tell(node, at, to + 1, 0, syllable, 'pinyin');
      const tone = codes[to + 1] ?? 0;
      if (to + 2 < length && tone >= 49 && tone <= 53) tell(node, at, to + 2, 0, syllable, 'pinyin');
    }
  }
}
