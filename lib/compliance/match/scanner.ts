import { isDigit } from '../text/marks.ts';
import type { Follow, Match } from './follow.ts';
import type { Lexicon } from './lexicon.ts';
import type { Pattern } from './pattern.ts';
import type { Reader } from './reader.ts';
import { createSpotter } from './spotter.ts';

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

interface Lead {
  rule: number;
  order: number;
  pattern: Pattern;
  /** it begins with the anchor */
  leads: boolean;
}

const none: readonly Lead[] = [];
const numerals = new Uint8Array(0x10000);
for (const digit of '一二三四五六七八九十百千万亿两半几0123456789') numerals[digit.charCodeAt(0)] = 1;

/**
 * Follows a pattern only where its rarest class of words was read, and then only if the others were: the number of
 * rules hardly counts. `patterns` by rule.
 */
export function createScan(
  patterns: readonly (readonly Anchored[])[],
  lexicon: Lexicon,
  reader: Reader,
  follow: Follow,
): Scan {
  const byAnchor: (Lead[] | undefined)[] = new Array(lexicon.members.length);
  // anchors, and classes that patterns begin with
  const wanted = new Set<number>();
  let order = 0;
  patterns.forEach((ofRule, rule) => {
    for (const { pattern, anchor } of ofRule) {
      const lead = { rule, order: order++, pattern, leads: pattern.steps[0]!.group === anchor };
      const others = byAnchor[anchor];
      if (others) others.push(lead);
      else byAnchor[anchor] = [lead];
      wanted.add(anchor);
      wanted.add(pattern.groups[0]!);
    }
  });
  const classes = createSpotter(wanted, lexicon);
  let found: Candidate[] = [];

  return () => {
    found = [];
    if (order > 0) wakePatterns();
    return found;
  };

  function wakePatterns(): void {
    reader.read();
    classes.spot(reader.tokens);
    for (const group of classes.present) for (const lead of byAnchor[group] ?? none) wake(lead, group);
  }

  function wake(lead: Lead, anchor: number): void {
    const last = classes.lastOf(anchor);
    const [first] = lead.pattern.groups;
    if (lead.leads) followFrom(lead, classes.firstOf(anchor), last);
    else if (lead.pattern.steps[0]!.kind === 'number') followFrom(lead, 0, last);
    else if (classes.has(first!))
      followFrom(lead, classes.firstOf(first!), Math.min(last, classes.lastOf(first!)));
  }

  /** Follows a pattern from all places between two where it may begin. */
  function followFrom({ pattern, rule, order }: Lead, from: number, last: number): void {
    const { first } = reader.tokens;
    const { codes } = reader.text;
    const isNumber = pattern.steps[0]!.kind === 'number';
    for (let at = from; at <= last; at++) {
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
}

/** Whether two readings are one, but for where they begin. */
function isSame(one: Match, next: Match): boolean {
  const [first] = one.tokens;
  const [second] = next.tokens;
  return one.end === next.end && first?.word === second?.word && first?.end === second?.end;
}
