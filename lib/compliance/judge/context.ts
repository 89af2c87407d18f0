import type { Pattern } from '../match/pattern.ts';
import type { Reader, Span } from '../match/reader.ts';
import type { Folded } from '../text/fold.ts';
import { isHardBreak } from '../text/marks.ts';

/** How far before a finding its context is read, in letters. */
const reach = 26;

/** Whether one of the patterns holds for the finding: around `*`, or, without one, anywhere near it. */
export function holdsAround(
  patterns: readonly Pattern[],
  finding: Span,
  reader: Reader,
  text: Folded,
): boolean {
  if (patterns.length === 0) return false;
  const from = sentenceStart(finding.start, text);
  for (const pattern of patterns) {
    if (pattern[0]!.kind === 'finding') {
      if (reader.match(pattern, finding.start, finding)) return true;
      continue;
    }
    const last = pattern.some(({ kind }) => kind === 'finding') ? finding.start - 1 : finding.end + reach;
    for (let at = from; at <= last && at < text.length; at++)
      if (reader.match(pattern, at, finding)) return true;
  }
  return false;
}

function sentenceStart(position: number, text: Folded): number {
  const least = Math.max(0, position - reach);
  let at = position;
  while (at > least && !isHardBreak(text.codes[at - 1]!)) at--;
  return at;
}
