import type { Folded } from '../text/fold.ts';
import { isDigit, isLatin } from '../text/marks.ts';
import type { Tokens } from './tokens.ts';
import type { Unit } from './units.ts';

/** Reasons to take a suspected spelling for plain text. */

/** 包zhi liao is not 包治: pinyin that a character leads goes on behind a gap. */
export const isCutShort = ({ codes, length }: Folded, first: Unit, last: Unit): boolean =>
  last.to < length && isLatin(codes[last.to]!) && last.by === 'pinyin' && first.by === 'character';

/** Baoguo, as brands are written. */
export function isName({ starts, original }: Folded, start: number): boolean {
  const at = starts[start]!;
  return /^[A-Z][a-z]/.test(original.slice(at, at + 2).normalize('NFKC'));
}

/** Whether a word was read there, or another is written there as it is: 祛斑 is not 去斑. */
export function isRead(
  tokens: Tokens,
  word: number,
  start: number,
  end: number,
  isToken: (token: number) => boolean,
): boolean {
  for (let token = tokens.first[start]!; token < tokens.count; token++)
    if (
      tokens.word[token] === word
        ? tokens.end[token]! >= end && isToken(token)
        : tokens.end[token] === end && tokens.veiled[token] === 0 && end - start > 1
    )
      return true;
  return false;
}

/** Pinyin and single letters must not be parts of a longer Latin word. */
export function standsApart({ codes, starts, ends, length }: Folded, start: number, end: number): boolean {
  const isWithin = (at: number): boolean =>
    isLatin(codes[at]!) && isLatin(codes[at - 1]!) && starts[at] === ends[at - 1];
  return !(start > 0 && isWithin(start)) && !(end < length && isWithin(end));
}

/** Latin words and numbers must not be parts of longer ones. */
export function standsAlone(text: Folded, start: number, end: number): boolean {
  const { codes, starts, ends, length } = text;
  const isWithin = (at: number): boolean =>
    sameRun(codes[at - 1]!, codes[at]!) && starts[at] === ends[at - 1];
  if ((start > 0 && isWithin(start)) || (end < length && isWithin(end))) return false;
  return !(isLatin(codes[end - 1]!) && numbersModel(text, end));
}

/** -07 behind letters: a model, no handle. */
function numbersModel({ ends, original }: Folded, end: number): boolean {
  const at = ends[end - 1]!;
  return original[at] === '-' && /^-\d{1,4}(?!\d)/.test(original.slice(at, at + 6));
}

const sameRun = (a: number, b: number): boolean => (isDigit(a) && isDigit(b)) || (isLatin(a) && isLatin(b));
