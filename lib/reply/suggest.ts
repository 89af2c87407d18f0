import type { CheckedText } from '../compliance/types.ts';
import type { Finding } from '../model.ts';
import type { Library, Match } from './library.ts';
import { type Reading, replyLimit, type Script } from './types.ts';

/** A reply that may be filled in as it stands. */
export interface Suggestion {
  script: Script;
  text: CheckedText;
  /** what the rules found without blocking, e.g. a claim that needs proof at hand */
  findings: readonly Finding[];
}

/** Lets a text through as checked, or not: the compliance engine's `clear` in the public-reply channel. */
export type Check = (
  text: string,
) => { ok: true; text: CheckedText; findings: readonly Finding[] } | { ok: false };

const offered = 3;
/** So many matches are looked through for those that may be offered. */
export const lookedThrough = 12;
/** How much closer to the question a reply must be to come before one that is preferred. */
const lead = 0.15;

interface Options {
  /** longest reply in UTF-16 units */
  limit?: number;
  /** the script's words as they would be said now; null when something in them cannot be known */
  word?: (script: Script) => string | null;
  /** a script that comes first where others are hardly closer */
  isPreferred?: (script: Script) => boolean;
  /** what a script gains by its tone, far less than 1: it decides between those that fit alike */
  gain?: (script: Script) => number;
}

const asWritten = ({ text }: Script): string | null => (/\{[^}]*\}/.test(text) ? null : text);

/**
 * Up to three replies for a comment, best first; none when nobody in the library knows.
 *
 * Not offered: what the rules block, what is longer than `limit`, and what `word` cannot say.
 */
export const suggest = (
  { text, reading }: { text: string; reading?: Reading },
  library: Library,
  check: Check,
  options?: Options,
): Suggestion[] => offer(library.search(text, reading, lookedThrough), check, options);

/** The same of what a library found, best first. */
export function offer(
  matches: readonly Match[],
  check: Check,
  { limit = replyLimit, word = asWritten, isPreferred = () => false, gain = () => 0 }: Options = {},
): Suggestion[] {
  const rank = ({ script, score }: Match) => score + (isPreferred(script) ? lead : 0) + gain(script);
  const suggestions: Suggestion[] = [];
  for (const { script } of matches.toSorted((a, b) => rank(b) - rank(a))) {
    const words = word(script);
    if (words === null || words.length > limit) continue;
    const checked = check(words);
    if (checked.ok) suggestions.push({ script, text: checked.text, findings: checked.findings });
    if (suggestions.length === offered) break;
  }
  return suggestions;
}
