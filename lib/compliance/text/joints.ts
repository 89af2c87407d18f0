import { dropped, expanded, pause } from './fold-table.ts';
import { isHan, softBreak } from './marks.ts';

const enumeration = '、'.charCodeAt(0);
const plus = '+'.charCodeAt(0);
const widePlus = '＋'.charCodeAt(0);
const one = '一'.charCodeAt(0);
const dashes = '—–―';
/** Letters that a dash goes on as 一 goes on: 第一, 唯一. */
const leadsOne = new Set(['第', '唯'].map((letter) => letter.charCodeAt(0)));

/**
 * What a mark folds to that is one thing in a text and another in a word that is spelled out: 国+家+级, 最、低、价,
 * 第—. `before` is the folded letter in front of it. Any other unit stays `expanded`.
 */
export function jointAt(text: string, at: number, before: number): number {
  const unit = text.charCodeAt(at);
  if (unit === enumeration) return isSpelledOut(text, at) ? dropped : softBreak;
  if (unit === plus || unit === widePlus) return isSpelledOut(text, at) ? dropped : plus;
  if (!isDash(text, at)) return expanded;
  return leadsOne.has(before) && !isDash(text, at - 1) && !isDash(text, at + 1) ? one : pause;
}

/** Whether the same mark parts single characters here, one after the other. */
function isSpelledOut(text: string, at: number): boolean {
  if (!isHan(text.charCodeAt(at - 1)) || !isHan(text.charCodeAt(at + 1))) return false;
  return text[at + 2] === text[at] || text[at - 2] === text[at];
}

const isDash = (text: string, at: number): boolean => dashes.includes(text[at] ?? ' ');
