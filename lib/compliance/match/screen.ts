import { astralForm, type FoldTable } from '../text/fold-table.ts';
import { isDigit } from '../text/marks.ts';
import type { Shapes } from '../text/shapes.ts';
import { mostKinds, type Voices } from '../text/voices.ts';
import { bitAt, kindsHash, pairHash, pairOf, set } from './bits.ts';
import { createCloserLook } from './closer-look.ts';
import { addParts, type Openings } from './openings.ts';
import { createSigns, kindOf, letterOf, odd, spelledOut, telling } from './signs.ts';

/** Tells from a text as it is, before it is folded, that none of some words can stand in it. */
export type Screen = (text: string) => boolean;

/** The last two kinds. */
const window = mostKinds * mostKinds - 1;

/**
 * One look-up a letter and one bit, of the kinds of its last two letters: most texts need no more. True where one of
 * the words may begin, by chance or not.
 */
export function createScreen(openings: Openings, table: FoldTable, voices: Voices, shapes: Shapes): Screen {
  for (const { first, second, whole } of shapes.openings)
    if (openings.wanted[whole] === 1) {
      addParts(openings, first, second);
      set(openings.kinds, pairOf(voices.kind[first]!, voices.kind[second]!));
    }
  const allSigns = createSigns(openings, table, voices);
  const mayBegin = createCloserLook(openings, voices, allSigns);

  return (text) => {
    // local, so that the loop need not look for them
    const signs = allSigns;
    const { kinds: starts, pairs, pairShift, triples, tripleShift } = openings;
    let kinds = 0;
    let before = 0;
    // whether a word may begin with the last two letters
    let wasNear = 0;
    for (let at = 0; ; at++) {
      let sign = 0;
      for (; at < text.length; at++) {
        sign = signs[text.charCodeAt(at)]!;
        if (sign <= 0) {
          if (sign === 0) continue;
          kinds = 0;
          before = 0;
          wasNear = 0;
          continue;
        }
        if (sign >= odd) break;
        const letter = sign & 0xffff;
        if (letter === before) break;
        const three = (kinds << 9) | (sign >>> 16);
        const near = bitAt(starts, three & window);
        if (near !== 0 && bitAt(pairs, pairHash(before, letter) >>> pairShift) !== 0) break;
        if (wasNear !== 0 && bitAt(triples, kindsHash(three) >>> tripleShift) !== 0) break;
        wasNear = near;
        kinds = three & window;
        before = letter;
      }
      if (at >= text.length) return false;
      if (sign >= odd && tells(sign, text, at)) return true;
      if (sign === spelledOut) continue;
      if (mayBegin(text, at)) return true;
      // 最最高级: what is said twice counts once
      if (letterOf(sign) !== before) {
        kinds = ((kinds << 9) & window) | kindOf(sign);
        wasNear = bitAt(starts, kinds);
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
}
