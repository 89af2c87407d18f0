import { astralForm, expanded, type FoldTable, pause } from '../text/fold-table.ts';
import { isDigit, isHan } from '../text/marks.ts';
import type { Shapes } from '../text/shapes.ts';
import type { Voices } from '../text/voices.ts';
import { addPair, hasVeiled, hasWritten, type Openings } from './openings.ts';

/** Tells from a text as it is, before it is folded, that none of some words can stand in it. */
export type Screen = (text: string) => boolean;

/** Above the kind of a letter: it may be pinyin or a digit, be a word by itself, or spell out several letters. */
const odd = 512;
const telling = 1024;
const spelledOut = 2048;

/**
 * One look-up a letter and, of the kinds of two letters, one bit near by: most texts need no more. True where one
 * of the words may begin, by chance or not.
 */
export function createScreen(
  openings: Openings,
  { units, expansions }: FoldTable,
  voices: Voices,
  shapes: Shapes,
): Screen {
  const { kind } = voices;
  if (openings.veils) for (const { first, second } of shapes.openings) addPair(openings, first, second, kind);
  const signs = createSigns();
  const { kinds } = openings;

  return (text) => {
    let before = 0;
    let beforeAt = 0;
    for (let at = 0; at < text.length; at++) {
      let sign = signs[text.charCodeAt(at)]!;
      if (sign === 0) continue;
      if (sign >= odd) {
        if (sign === telling || (sign >= spelledOut && spells(text, at))) return true;
        if (sign >= spelledOut) continue;
        if (!isDigitAt(text, at) || !(isDigitAt(text, at - 1) || isDigitAt(text, at + 1))) return true;
        sign -= odd;
      }
      const pair = (before << 9) | sign;
      if ((kinds[pair >>> 5]! & (1 << (pair & 31))) !== 0 && mayBegin(text, beforeAt, at)) return true;
      before = sign;
      beforeAt = at;
    }
    return false;
  };

  function createSigns(): Uint16Array {
    const signs = new Uint16Array(0x10000);
    for (let unit = 0; unit < 0x10000; unit++) {
      const code = units[unit]!;
      if (code <= pause) continue;
      if (code === expanded) signs[unit] = spelledOut;
      else if (openings.letters[code] === 1 || openings.sounds[kind[code]!] === 1) signs[unit] = telling;
      else if (openings.veils && voices.odd[code] === 1 && !isHan(code)) signs[unit] = kind[code]! | odd;
      else signs[unit] = kind[code]!;
    }
    return signs;
  }

  /** Whether a unit that is no letter by itself stands for some: an emoji with a meaning, a sign. */
  function spells(text: string, at: number): boolean {
    const code = text.codePointAt(at)!;
    const meaning = expansions.get(code) ?? (code > 0xffff ? astralForm(text.slice(at, at + 2)) : '');
    return meaning !== '';
  }

  function isDigitAt(text: string, at: number): boolean {
    return at >= 0 && at < text.length && isDigit(units[text.charCodeAt(at)]!);
  }

  function mayBegin(text: string, firstAt: number, secondAt: number): boolean {
    const first = units[text.charCodeAt(firstAt)]!;
    const second = units[text.charCodeAt(secondAt)]!;
    if (hasWritten(openings, first, second)) return true;
    if (!openings.veils) return false;
    let thirdAt = secondAt + 1;
    while (thirdAt < text.length && signs[text.charCodeAt(thirdAt)] === 0) thirdAt++;
    const third = thirdAt < text.length ? units[text.charCodeAt(thirdAt)]! : 0;
    return third === expanded || hasVeiled(openings, voices, first, second, third);
  }
}
