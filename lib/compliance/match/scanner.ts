import type { Folded } from '../text/fold.ts';
import { isDigit } from '../text/marks.ts';
import { oddReach, type Voices } from '../text/voices.ts';
import { mayOpen } from './openings.ts';
import type { Pattern } from './pattern.ts';
import type { Match, Reader } from './reader.ts';
import type { VeiledReader } from './veiled.ts';

/** A pattern that begins with a word, and the rule it belongs to; an empty pattern is the word alone. */
export interface Lead {
  rule: number;
  pattern: Pattern;
  /** sounds one of which its rarest later step begins with; null when that is no help */
  needs: readonly number[] | null;
}

interface Candidate extends Match {
  rule: number;
}

export interface Scanner {
  /** All readings of all rules, in order of start. The reader stands open on the same text. */
  scan(text: Folded): Candidate[];
}

const opens = 1;
const whole = 2;
const numeral = 4;
/** perhaps pinyin, a digit or a part of a character */
const odd = 8;
/** sounds like the beginning of a veiled term */
const veilable = 16;

const pairBits = 20;
const pairOf = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - pairBits);

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
  voices: Voices,
): Scanner {
  const letters = new Uint8Array(0x10000);
  const pairs = new Uint32Array(2 ** (pairBits - 5));
  const { sound } = voices;
  const openings = veiled.openingsOf(leads);
  const present = new Uint8Array(voices.count);
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

  for (let code = 0; code < letters.length; code++) {
    if (voices.odd[code] === 1) letters[code]! |= odd;
    if (openings.first[sound[code]!] === 1) letters[code]! |= veilable;
  }

  let text: Folded;
  let found: Candidate[];
  let heard = false;
  return { scan };

  function scan(opened: Folded): Candidate[] {
    text = opened;
    found = [];
    heard = false;
    const { codes, length } = text;
    // places up to here were read already
    let read = -1;
    let first = length > 0 ? sound[codes[0]!]! : 0;
    let second = length > 1 ? sound[codes[1]!]! : 0;
    for (let at = 0; at < length; at++) {
      const code = codes[at]!;
      const mark = letters[code]!;
      const third = at + 2 < length ? sound[codes[at + 2]!]! : 0;
      if (mark !== 0) {
        if (mark & odd && voices.isOdd(codes, at)) {
          for (let from = Math.max(read + 1, at - oddReach + 1); from <= at; from++) readLeads(from);
          read = Math.max(read, at);
        } else if (at > read) {
          if (mark & whole) readLeads(at);
          else if (mark & opens && at + 1 < length && hasPair(code, codes[at + 1]!)) readLeads(at);
          else if (mark & veilable && mayOpen(openings, codes, at, first, second, third)) readLeads(at);
        }
        if (mark & numeral && !continuesNumber(text, at)) readNumber(at);
      }
      first = second;
      second = third;
    }
    return found;
  }

  function readLeads(at: number): void {
    for (const token of reader.wordsAt(at)) {
      const starting = leads.get(token.word);
      if (!starting) continue;
      for (const { rule, pattern, needs } of starting) {
        if (needs && !hears(needs)) continue;
        const match =
          pattern.length === 0 ? { start: at, end: token.end, tokens: [token] } : reader.match(pattern, at);
        if (match) found.push({ ...match, rule });
      }
    }
  }

  function readNumber(at: number): void {
    for (const { rule, pattern, needs } of numberLeads) {
      if (needs && !hears(needs)) continue;
      const match = reader.match(pattern, at);
      if (match) found.push({ ...match, rule });
    }
  }

  /** Whether one of the sounds occurs in the text, listened to once and only when asked. */
  function hears(needs: readonly number[]): boolean {
    if (!heard) {
      heard = true;
      listen();
    }
    for (const sound of needs) if (present[sound] === 1) return true;
    return false;
  }

  function listen(): void {
    present.fill(0);
    const { codes, length } = text;
    for (let at = 0; at < length; at++) {
      const code = codes[at]!;
      present[sound[code]!] = 1;
      if (voices.odd[code] === 1) for (const other of voices.soundsFrom(code)) present[other] = 1;
    }
    // what has no sound may be any
    present[0] = 1;
  }

  function hasPair(first: number, second: number): boolean {
    const pair = pairOf(first, second);
    return (pairs[pair >>> 5]! & (1 << (pair & 31))) !== 0;
  }
}

const continuesNumber = (text: Folded, at: number): boolean =>
  at > 0 && isDigit(text.codes[at]!) && isDigit(text.codes[at - 1]!);
