import type { LoggedEvent } from '../model.ts';
import { type Intent, intents } from '../reply/types.ts';
import { type FindableKind, findableIn, findableKinds } from './findable.ts';
import type { Letters } from './letters.ts';

/**
 * A stretch as search reads it, one line an event that can be found:
 * `\n` seq minute minute kind letters `\x01` who `\x02` intent `\x03` rules. Numbers are one unit each, 15 bits from
 * a blank up, so that a million comments are twenty-odd million units and the engine's own `indexOf` finds a word
 * among them in a few hundredths of a second.
 */
export type Lines = string;

/** Places in the head of a line, counted from its `\n`. */
const head = 5;
const blank = 32;
const bits = 15;
const unit = (n: number): string => String.fromCharCode(blank + (n & ((1 << bits) - 1)));
const numberAt = (lines: Lines, at: number): number => lines.charCodeAt(at) - blank;

/** Between the parts of what rules found. */
export const between = '\x04';

/** Writes the lines of events from `first` on; they may reach over 32,768 seqs. */
export function writeLines(
  first: number,
  events: readonly LoggedEvent[],
  letters: Letters,
  intentOf: (comment: { seq: number; text: string }) => Intent,
): Lines {
  const lines: string[] = [];
  for (const event of events) {
    const found = findableIn(event, intentOf);
    if (!found) continue;
    const minute = Math.floor(event.at / 60_000);
    const rules = found.findings.flatMap(({ category, rule, canonical }) => [
      category.toLowerCase(),
      rule.toLowerCase(),
      letters.of(canonical),
    ]);
    lines.push(
      `\n${unit(event.seq - first)}${unit(minute >> bits)}${unit(minute)}${unit(findableKinds.indexOf(found.kind))}`,
      `${letters.of(found.text)}\x01${letters.of(found.who)}${intentMark(intents.indexOf(found.intent as Intent))}`,
      `\x03${[...new Set(rules)].map(bare).join(between)}`,
    );
  }
  return lines.join('');
}

/** Names of rules come from lists that people import. */
const bare = (name: string): string => name.replaceAll(/\p{Cc}/gu, '');

/** One line, taken apart. */
export interface Line {
  /** counted from the stretch's first */
  seq: number;
  /** minutes since the epoch */
  minute: number;
  kind: FindableKind;
  letters: string;
  who: string;
  intent: Intent | '';
  rules: string;
  /** where the next line begins, or the end */
  next: number;
}

/** Reads the line whose `\n` stands at `at`. */
export function readLine(lines: Lines, at: number): Line {
  const who = lines.indexOf('\x01', at + head);
  const intent = lines.indexOf('\x02', who);
  const end = lines.indexOf('\n', intent);
  const next = end < 0 ? lines.length : end;
  return {
    seq: numberAt(lines, at + 1),
    minute: minuteAt(lines, at),
    kind: findableKinds[numberAt(lines, at + 4)]!,
    letters: lines.slice(at + head, who),
    who: lines.slice(who + 1, intent),
    intent: intents[numberAt(lines, intent + 1) - 1] ?? '',
    rules: lines.slice(intent + 3, next),
    next,
  };
}

/** How an intent, by its number, stands in a line; -1 is none. */
export const intentMark = (intent: number): string => `\x02${unit(intent + 1)}`;

/** The minute of the line at `at`. */
export const minuteAt = (lines: Lines, at: number): number =>
  (numberAt(lines, at + 2) << bits) | numberAt(lines, at + 3);

/** Where the line begins that holds `place`. */
export const lineAt = (lines: Lines, place: number): number => lines.lastIndexOf('\n', place);
