import type { CheckedText } from '../compliance/types.ts';
import type { Finding } from '../model.ts';
import type { Library } from './library.ts';
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

/**
 * Up to three replies for a comment, best first; none when nobody in the library knows.
 *
 * Not offered: what the rules block, what is longer than `limit` UTF-16 units, and {slots} left open.
 */
export function suggest(
  { text, reading }: { text: string; reading?: Reading },
  library: Library,
  check: Check,
  { limit = replyLimit }: { limit?: number } = {},
): Suggestion[] {
  const suggestions: Suggestion[] = [];
  for (const { script } of library.search(text, reading, 12)) {
    if (script.text.length > limit || /\{[^}]*\}/.test(script.text)) continue;
    const checked = check(script.text);
    if (checked.ok) suggestions.push({ script, text: checked.text, findings: checked.findings });
    if (suggestions.length === offered) break;
  }
  return suggestions;
}
