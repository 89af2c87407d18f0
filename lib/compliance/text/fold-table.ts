import glyphs from '../data/glyphs.json' with { type: 'json' };
import simplified from '../data/tables/simplified.json' with { type: 'json' };
import { hardBreak, question, softBreak, unknownLetter } from './marks.ts';

/** Table values that are not a letter to put in place. */
export const dropped = 0;
export const expanded = 0xffff;
/** Dropped, but a gap between words may not run across it: a dot, a dash, an ellipsis. */
export const pause = 1;

/** Marks whose place tells what they are (joints.ts), and the letter each may be; '' is none. */
const joints = { '、': '', '+': '+', '＋': '+', '—': '一', '–': '一', '―': '一' };

export interface FoldTable {
  /** by UTF-16 unit: the letter it folds to, or dropped, expanded, pause */
  units: Uint16Array;
  /** what expanded units and astral characters stand for; '' drops them */
  expansions: ReadonlyMap<number, string>;
}

/** Ranges of the basic plane in which NFKC changes characters that people type. */
const compatible: readonly [number, number][] = [
  [0x00a0, 0x024f],
  [0x1d00, 0x1d7f],
  [0x1e00, 0x1eff],
  [0x2070, 0x209c],
  [0x2100, 0x218b],
  [0x2460, 0x24ff],
  [0x2e80, 0x2fd5],
  [0x3192, 0x33ff],
  [0xf900, 0xfad9],
  [0xfe30, 0xfe6b],
  [0xff01, 0xffee],
];

const ignorable = /\p{Default_Ignorable_Code_Point}|\p{M}|\u2800/u;
const letter = /[\p{L}\p{N}]/u;

/** One entry per UTF-16 unit, so that folding is one look-up; takes about 10 ms, made once per compiled set. */
export function buildFoldTable(): FoldTable {
  const units = new Uint16Array(0x10000);
  const expansions = new Map<number, string>();

  for (let code = 0; code < 0x10000; code++) units[code] = plain(code);
  for (const [from, to] of compatible)
    for (let code = from; code <= to; code++) put(code, compatibleForm(String.fromCharCode(code)));
  for (const [latin, alikes] of Object.entries(glyphs.latin))
    for (const alike of alikes) put(alike.codePointAt(0)!, latin);
  for (let index = 0; index < simplified.traditional.length; index++)
    units[simplified.traditional.charCodeAt(index)] = simplified.simplified.charCodeAt(index);
  for (const [standard, variants] of Object.entries(glyphs.variants))
    for (const variant of variants) put(variant.codePointAt(0)!, standard);
  for (const [meaning, signs] of Object.entries(glyphs.signs))
    for (const sign of signs.split(' ')) put(sign.codePointAt(0)!, meaning);
  for (const mark of '。！!；;\n\r\u2028\u2029') units[mark.charCodeAt(0)] = hardBreak;
  for (const mark of '?？') units[mark.charCodeAt(0)] = question;
  for (const mark of ',，:：\t') units[mark.charCodeAt(0)] = softBreak;
  for (const mark of '.…．|｜()（）[]【】/') units[mark.charCodeAt(0)] = pause;
  for (const mark of '%％') units[mark.charCodeAt(0)] = 37;
  for (const [mark, letter] of Object.entries(joints)) {
    units[mark.charCodeAt(0)] = expanded;
    if (letter !== '') expansions.set(mark.charCodeAt(0), letter);
  }

  return { units, expansions };

  function put(code: number, form: string): void {
    if (form.length === 1 && code < 0x10000) units[code] = plain(form.charCodeAt(0));
    else {
      if (code < 0x10000) units[code] = expanded;
      expansions.set(code, [...form].filter((character) => plain(character.charCodeAt(0)) > pause).join(''));
    }
  }
}

function plain(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return code;
  if (code >= 48 && code <= 57) return code;
  if (code >= 97 && code <= 122) return code;
  if (code >= 65 && code <= 90) return code + 32;
  if (code < 0x80) return dropped;
  if (code >= 0xd800 && code <= 0xdfff) return expanded;
  if (code >= 0x3400 && code <= 0x4dbf) return code;
  if (code < 0x0370 || code > 0xd7ff) return dropped;
  // kana, hangul, cyrillic and the like: kept, so that they part words
  if (code >= 0xac00 && code <= 0xd7a3) return code;
  const character = String.fromCharCode(code);
  return letter.test(character) && !ignorable.test(character) ? code : dropped;
}

/** NFKC without marks, lower case; pinyin's ü is v. */
function compatibleForm(character: string): string {
  if (ignorable.test(character)) return '';
  const bare = character.normalize('NFKD').replaceAll('u\u0308', 'v').replaceAll(/\p{M}/gu, '').toLowerCase();
  return [...bare].map((part) => (part >= '⺀' && part <= '⻳' ? '' : part)).join('');
}

/** Meaning of an astral character that no table names: mathematical and boxed letters, else nothing. */
export function astralForm(character: string): string {
  const code = character.codePointAt(0)!;
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return String.fromCharCode(code - 0x1f1e6 + 97);
  for (const start of [0x1f130, 0x1f150, 0x1f170])
    if (code >= start && code < start + 26) return String.fromCharCode(code - start + 97);
  if (code >= 0x20000 && code <= 0x3ffff) return String.fromCharCode(unknownLetter);
  const form = compatibleForm(character);
  return form !== character && /^[\p{L}\p{N}]+$/u.test(form) ? form : '';
}
