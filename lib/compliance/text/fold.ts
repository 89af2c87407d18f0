import { astralForm, dropped, expanded, type FoldTable, pause } from './fold-table.ts';
import { jointAt } from './joints.ts';
import { softBreak } from './marks.ts';

/**
 * A text in the form that terms are matched in: compatibility forms, case, traditional and variant
 * characters folded, invisible characters, spaces and decoration dropped, emoji with a meaning spelled out.
 */
export interface Folded {
  readonly original: string;
  /** number of letters */
  length: number;
  /** one folded letter each; breaks as in marks.ts */
  codes: Uint16Array;
  /** UTF-16 offsets into the original of each letter */
  starts: Int32Array;
  ends: Int32Array;
  /** bits below, per letter */
  flags: Uint8Array;
}

/** The letter was written in another form than case, width or keyboard variants explain. */
export const changed = 1;
/** A pause (dot, dash, bracket) was dropped before this letter. */
export const afterPause = 2;
/** Something (space, emoji, mark, invisible) was dropped before this letter. */
export const afterNoise = 4;
/** The letter is what an emoji means; between the letters of a word it is decoration. */
export const picture = 8;

/** More dropped characters than this in a row part two words. */
const longestNoise = 4;

/** Reusable room for one text at a time; a compiled checker owns one. */
export function createFolded(): Folded {
  return { original: '', length: 0, ...room(256) };
}

const room = (size: number) => ({
  codes: new Uint16Array(size),
  starts: new Int32Array(size),
  ends: new Int32Array(size),
  flags: new Uint8Array(size),
});

/** Upper case and full width are what an input method writes. */
const isKeyboardForm = (unit: number): boolean => unit < 0x80 || unit >= 0xff00;

/** Emoji, symbols and circled characters such as 🈴, ㊎, but no circled letters and digits. */
export const isPicture = (code: number): boolean =>
  (code >= 0x2600 && code < 0x2776) ||
  (code >= 0x2794 && code < 0x2c00) ||
  (code >= 0x3280 && code < 0x3300) ||
  code >= 0x1f200;

/** Folds `text` into `into` and gives it back. Offsets are UTF-16 units of `text`. */
export function fold(text: string, table: FoldTable, into: Folded): Folded {
  const most = text.length * 2 + 16;
  if (into.codes.length < most) Object.assign(into, room(most * 2));
  (into as { original: string }).original = text;
  const { units } = table;
  let { codes, starts, ends, flags } = into;
  let length = 0;
  let noise = 0;
  let last = 0;
  let pending = 0;

  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    let folded = units[unit]!;
    if (folded === expanded) folded = jointAt(text, index, length > 0 ? codes[length - 1]! : 0);
    if (folded > pause && folded !== expanded) {
      if (noise > longestNoise) parted(index);
      codes[length] = folded;
      starts[length] = index;
      ends[length] = index + 1;
      if (folded !== unit && !isKeyboardForm(unit)) pending |= isPicture(unit) ? changed | picture : changed;
      flags[length++] = pending;
      pending = 0;
      noise = 0;
      last = 0;
      continue;
    }
    if (folded === dropped || folded === pause) {
      pending |= folded === pause ? afterNoise | afterPause : afterNoise;
      // a mark drawn out counts once
      if (unit !== 32 && unit !== last) noise++;
      last = unit;
      continue;
    }
    const code = text.codePointAt(index)!;
    const size = code > 0xffff ? 2 : 1;
    const meaning =
      table.expansions.get(code) ?? (size === 2 ? astralForm(text.slice(index, index + 2)) : '');
    if (meaning === '') {
      pending |= afterNoise;
      if (size === 2) noise++;
    } else {
      if (length + meaning.length + (text.length - index) * 2 + 8 > codes.length) grow();
      if (noise > longestNoise) parted(index);
      for (let part = 0; part < meaning.length; part++) {
        codes[length] = meaning.charCodeAt(part);
        starts[length] = index;
        ends[length] = index + size;
        flags[length++] = isPicture(code) ? pending | changed | picture : pending | changed;
        pending = 0;
      }
      noise = 0;
      last = 0;
    }
    index += size - 1;
  }
  into.length = length;
  return into;

  function parted(index: number): void {
    codes[length] = softBreak;
    starts[length] = index;
    ends[length] = index;
    flags[length++] = 0;
  }

  function grow(): void {
    const bigger = room(codes.length * 2 + 64);
    bigger.codes.set(codes);
    bigger.starts.set(starts);
    bigger.ends.set(ends);
    bigger.flags.set(flags);
    Object.assign(into, bigger);
    ({ codes, starts, ends, flags } = into);
  }
}

/** The letters from one place to another, as a string. */
export function lettersOf({ codes, length }: Folded, from = 0, to = length): string {
  let letters = '';
  for (let at = from; at < to; at++) letters += String.fromCharCode(codes[at]!);
  return letters;
}

/** A word as texts have it when they are folded. */
export function foldWord(word: string, table: FoldTable, room: Folded): string {
  for (let at = 0; at < word.length; at++)
    if (table.units[word.charCodeAt(at)] !== word.charCodeAt(at)) return lettersOf(fold(word, table, room));
  return word;
}
