import type { Finding } from '../model.ts';
import type { CheckContext, CheckedText, Checker } from './types.ts';

/** A reason is a sentence, not a key that was hit. */
export const shortestReason = 4;

/**
 * Lets a text through against the rules because a person answers for it; what was found and why goes into the log
 * with it. The one way past `clear`. Null without a reason.
 */
export function overrule(
  text: string,
  reason: string,
  checker: Checker,
  context: CheckContext,
): { text: CheckedText; reason: string; findings: Finding[] } | null {
  const told = reason.trim();
  if (told.length < shortestReason) return null;
  return { text: text as CheckedText, reason: told, findings: checker.check(text, context) };
}
