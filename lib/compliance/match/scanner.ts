import type { Folded } from '../text/fold.ts';
import { isDigit, isLatin } from '../text/marks.ts';
import type { Shapes } from '../text/shapes.ts';
import type { Pattern } from './pattern.ts';
import type { Match, Reader } from './reader.ts';
import type { VeiledReader } from './veiled.ts';

/** A pattern that begins with a word, and the rule it belongs to; an empty pattern is the word alone. */
export interface Lead {
  rule: number;
  pattern: Pattern;
}

export interface Candidate extends Match {
  rule: number;
}

export interface Scanner {
  /** All readings of all rules, in order of start. The reader stands open on the same text. */
  scan(text: Folded): Candidate[];
}

const opens = 1;
const whole = 2;
const numeral = 4;
/** a letter, digit or part of a character: a term may be veiled around it */
const odd = 8;
/** How far before an odd letter a veiled term may begin. */
const oddReach = 3;

/** Bits of the map of first two letters. */
const pairBits = 20;
const pairMask = 2 ** pairBits - 1;

const pairOf = (first: number, second: number): number =>
  ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - pairBits)) & pairMask;

/**
 * Finds where a rule may begin: a table by letter, then a bitmap of first two letters, so that text
 * without the beginning of any term costs one look-up per letter.
 */
export function createScanner(
  words: readonly string[],
  leads: ReadonlyMap<number, readonly Lead[]>,
  numberLeads: readonly Lead[],
  reader: Reader,
  veiled: VeiledReader,
  shapes: Shapes,
): Scanner {
  const letters = new Uint8Array(0x10000);
  const pairs = new Uint32Array(2 ** (pairBits - 5));
  for (const word of leads.keys()) {
    const spelling = words[word]!;
    const first = spelling.charCodeAt(0);
    letters[first]! |= opens;
    if (spelling.length === 1) letters[first]! |= whole;
    else {
      const pair = pairOf(first, spelling.charCodeAt(1));
      pairs[pair >>> 5]! |= 1 << (pair & 31);
    }
  }
  if (numberLeads.length > 0)
    for (const digit of '一二三四五六七八九十百千万亿两半几0123456789')
      letters[digit.charCodeAt(0)]! |= numeral;

  for (let code = 0; code < letters.length; code++)
    if (isLatin(code) || isDigit(code) || shapes.isPart(code)) letters[code]! |= odd;

  return {
    scan(text) {
      const found: Candidate[] = [];
      const { codes, length } = text;
      // places up to here were read already
      let read = -1;
      for (let at = 0; at < length; at++) {
        const code = codes[at]!;
        const mark = letters[code]!;
        if (mark & odd) {
          for (let from = Math.max(read + 1, at - oddReach); from <= at; from++) readLeads(from, found);
          read = at;
        } else if (mark & whole) readOnce(at);
        else if (mark & opens && at + 1 < length) {
          const pair = pairOf(code, codes[at + 1]!);
          if (pairs[pair >>> 5]! & (1 << (pair & 31))) readOnce(at);
          else if (veiled.mayBegin(text, at)) readOnce(at);
        } else if (veiled.mayBegin(text, at)) readOnce(at);
        if (mark & numeral && !continuesNumber(text, at)) readNumber(at, found);
      }
      return found;

      function readOnce(at: number): void {
        if (at <= read) return;
        readLeads(at, found);
        read = at;
      }
    },
  };

  function readLeads(at: number, found: Candidate[]): void {
    for (const token of reader.wordsAt(at)) {
      for (const { rule, pattern } of leads.get(token.word) ?? []) {
        const match =
          pattern.length === 0 ? { start: at, end: token.end, tokens: [token] } : reader.match(pattern, at);
        if (match) found.push({ ...match, rule });
      }
    }
  }

  function readNumber(at: number, found: Candidate[]): void {
    for (const { rule, pattern } of numberLeads) {
      const match = reader.match(pattern, at);
      if (match) found.push({ ...match, rule });
    }
  }
}

const continuesNumber = (text: Folded, at: number): boolean =>
  at > 0 && isDigit(text.codes[at]!) && isDigit(text.codes[at - 1]!);
