import { astralForm, type FoldTable } from '../text/fold-table.ts';
import { isDigit } from '../text/marks.ts';
import type { Shapes } from '../text/shapes.ts';
import { mostKinds, type Voices } from '../text/voices.ts';
import {
  addParts,
  bitAt,
  has,
  hasVeiled,
  hasWritten,
  isShort,
  kindsHash,
  type Openings,
  pairHash,
} from './openings.ts';
import { createSigns, kindOf, letterOf, odd, spelledOut, telling } from './signs.ts';

/** Tells from a text as it is, before it is folded, that none of some words can stand in it. */
export type Screen = (text: string) => boolean;

/** The last two kinds of letters. */
const window = mostKinds * mostKinds - 1;

/**
 * One look-up a letter and three bits, of its last letters and their kinds: most texts need no more. True where
 * one of the words may begin, by chance or not. A kind said twice counts once: 最最高级.
 */
export function createScreen(openings: Openings, table: FoldTable, voices: Voices, shapes: Shapes): Screen {
  for (const { first, second, whole } of shapes.openings)
    if (openings.wanted[whole] === 1) addParts(openings, first, second);
  const allSigns = createSigns(openings, table, voices);
  const { twice } = openings;

  return (text) => {
    // local, so that the loop need not look for them
    const signs = allSigns;
    const { shorts, shortShift, pairs, pairShift, triples, tripleShift } = openings;
    let kinds = 0;
    let last = 0;
    let before = 0;
    for (let at = 0; ; at++) {
      let sign = 0;
      for (; at < text.length; at++) {
        sign = signs[text.charCodeAt(at)]!;
        if (sign === 0) continue;
        if (sign >= odd) break;
        const kind = sign >>> 16;
        const letter = sign & 0xffff;
        const three = (kinds << 9) | kind;
        const two = three & window;
        if (
          (bitAt(triples, kindsHash(three) >>> tripleShift) |
            bitAt(shorts, kindsHash(two) >>> shortShift) |
            bitAt(pairs, pairHash(before, letter) >>> pairShift)) !==
            0 ||
          kind === last
        )
          break;
        kinds = two;
        last = kind;
        before = letter;
      }
      if (at >= text.length) return false;
      if (sign >= odd && tells(sign, text, at)) return true;
      if (sign === spelledOut) continue;
      const kind = kindOf(sign);
      if (kind === last) {
        if (
          twice[kind] === 1 ||
          has(shorts, kindsHash(kinds) >>> shortShift) ||
          isShort(openings, before, letterOf(sign))
        )
          return true;
      } else {
        if (mayBegin(text, at)) return true;
        kinds = ((kinds << 9) & window) | kind;
        last = kind;
      }
      before = letterOf(sign);
    }
  };

  /** Whether one letter is enough to read the text: a word, pinyin, a lone digit, an emoji with a meaning. */
  function tells(sign: number, text: string, at: number): boolean {
    if (sign === spelledOut) return spells(text, at);
    if ((sign & telling) !== 0) return true;
    return !isDigitAt(text, at) || !(isDigitAt(text, at - 1) || isDigitAt(text, at + 1));
  }

  function spells(text: string, at: number): boolean {
    const code = text.codePointAt(at)!;
    const meaning = table.expansions.get(code) ?? (code > 0xffff ? astralForm(text.slice(at, at + 2)) : '');
    return meaning !== '';
  }

  function isDigitAt(text: string, at: number): boolean {
    return at >= 0 && at < text.length && isDigit(table.units[text.charCodeAt(at)]!);
  }

  /** Looks closer at a letter, those before it and the one after it. */
  function mayBegin(text: string, thirdAt: number): boolean {
    const secondAt = letterBefore(text, thirdAt);
    const firstAt = letterBefore(text, secondAt);
    const third = signAt(text, thirdAt);
    const second = signAt(text, secondAt);
    const first = signAt(text, firstAt);
    if (second === 0) return false;
    // of letters that are said twice, the first may count or the last
    if (kindOf(first) === kindOf(second)) return true;
    if (first !== 0 && kindOf(first) === kindOf(signAt(text, letterBefore(text, firstAt)))) return true;
    const two = letterOf(second);
    const three = letterOf(third);
    if (isShort(openings, two, three) || hasVeiled(openings, voices, two, three, 0, 0)) return true;
    const one = letterOf(first);
    if (one === 0) return false;
    if (hasWritten(openings, one, two, three)) return true;
    if (!openings.veils) return false;
    const fourth = letterAfter(text, thirdAt);
    return fourth >= odd || hasVeiled(openings, voices, one, two, three, letterOf(fourth));
  }

  function signAt(text: string, at: number): number {
    return at < 0 ? 0 : allSigns[text.charCodeAt(at)]!;
  }

  /** Place of the letter before, or -1. */
  function letterBefore(text: string, at: number): number {
    let before = at - 1;
    while (before >= 0 && letterOf(signAt(text, before)) === 0) before--;
    return before;
  }

  /** Sign of the letter after, or 0. */
  function letterAfter(text: string, at: number): number {
    for (let after = at + 1; after < text.length; after++)
      if (signAt(text, after) !== 0) return signAt(text, after);
    return 0;
  }
}
