import { isDigit } from '../text/marks.ts';
import { classesByWord } from './classes.ts';
import type { Follow, Match } from './follow.ts';
import type { Lexicon } from './lexicon.ts';
import type { Pattern } from './pattern.ts';
import type { Reader } from './reader.ts';
import { type Tokens, tokenAt } from './tokens.ts';

/** A pattern of a rule and the class among its words that is rarest in texts. */
export interface Anchored {
  pattern: Pattern;
  anchor: number;
}

/** A reading of a rule; `order` tells readings of one span apart. */
export interface Candidate extends Match {
  rule: number;
  order: number;
}

/** Gives every reading of every rule in the text that stands open. */
export type Scan = () => Candidate[];

/** Rules that are one word each, such as those of a shop. */
export interface Terms {
  /** by word, the last term that is it, or -1 */
  byWord: Int32Array;
  /** by term, the one before that is the same word, or -1 */
  same: Int32Array;
  /** the rule of the first term; the others follow */
  rule: number;
}

interface Lead {
  rule: number;
  order: number;
  pattern: Pattern;
  /** it begins with the anchor */
  leads: boolean;
}

const numerals = new Uint8Array(0x10000);
for (const digit of '一二三四五六七八九十百千万亿两半几0123456789') numerals[digit.charCodeAt(0)] = 1;

/**
 * Follows a pattern only where its rarest class of words was read, and then only if the others were: the number of
 * rules hardly counts. `patterns` by rule; `tokens` are where the words of `terms` stand.
 */
export function createScan(
  patterns: readonly (readonly Anchored[])[],
  terms: Terms,
  tokens: Tokens,
  { members, words }: Lexicon,
  reader: Reader,
  follow: Follow,
): Scan {
  const byAnchor = new Map<number, Lead[]>();
  let order = 0;
  patterns.forEach((ofRule, rule) => {
    for (const { pattern, anchor } of ofRule) {
      const lead = { rule, order: order++, pattern, leads: pattern.steps[0]!.group === anchor };
      const others = byAnchor.get(anchor);
      if (others) others.push(lead);
      else byAnchor.set(anchor, [lead]);
    }
  });
  const known = words.length;
  const { offsets, classes } = classesByWord(byAnchor.keys(), members, known);
  // by class, the turn in which it was seen, where first and where last
  const seen = new Int32Array(members.length * 3);
  const woken: number[] = [];
  let turn = 0;
  let found: Candidate[] = [];

  return () => {
    found = [];
    if (order > 0) wakePatterns();
    if (terms.same.length > 0) takeTerms();
    return found;
  };

  function wakePatterns(): void {
    reader.read();
    findAnchors();
    for (const anchor of woken)
      for (const lead of byAnchor.get(anchor)!)
        if (lead.leads) followFrom(lead, seen[anchor * 3 + 1]!, seen[anchor * 3 + 2]!);
        else if (reader.mayHold(lead.pattern)) {
          const [first] = lead.pattern.groups;
          followFrom(lead, reader.firstOf(first!), reader.lastOf(first!));
        }
  }

  function findAnchors(): void {
    turn++;
    woken.length = 0;
    const { word, start, count } = reader.tokens;
    for (let token = 0; token < count; token++) {
      const id = word[token]!;
      if (id >= known) continue;
      const last = offsets[id + 1]!;
      for (let index = offsets[id]!; index < last; index++) {
        const anchor = classes[index]!;
        const place = anchor * 3;
        seen[place + 2] = start[token]!;
        if (seen[place] === turn) continue;
        seen[place] = turn;
        seen[place + 1] = start[token]!;
        woken.push(anchor);
      }
    }
  }

  /** Follows a pattern from all places between two where it may begin. */
  function followFrom({ pattern, rule, order }: Lead, from: number, last: number): void {
    const { first } = reader.tokens;
    const { codes } = reader.text;
    const isNumber = pattern.steps[0]!.kind === 'number';
    for (let at = isNumber ? 0 : from; at <= last; at++) {
      if (isNumber ? !numberBegins(at) : first[at] === first[at + 1]) continue;
      const match = follow(pattern, at);
      if (!match) continue;
      // in 国国家 the word begins at its last 国
      const before = found.at(-1);
      if (before?.order === order && codes[at] === codes[at - 1] && isSame(before, match)) found.pop();
      found.push({ ...match, rule, order });
    }
  }

  function numberBegins(at: number): boolean {
    const { codes } = reader.text;
    return numerals[codes[at]!] === 1 && !(at > 0 && isDigit(codes[at]!) && isDigit(codes[at - 1]!));
  }

  function takeTerms(): void {
    for (let index = 0; index < tokens.count; index++) {
      let term = terms.byWord[tokens.word[index]!] ?? -1;
      for (; term !== -1; term = terms.same[term]!) {
        const token = tokenAt(tokens, index);
        found.push({ start: token.start, end: token.end, tokens: [token], rule: terms.rule + term, order });
      }
    }
  }
}

/** Whether two readings are one, but for where they begin. */
function isSame(one: Match, next: Match): boolean {
  const [first] = one.tokens;
  const [second] = next.tokens;
  return one.end === next.end && first?.word === second?.word && first?.end === second?.end;
}
