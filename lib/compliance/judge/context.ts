import type { Span } from '../match/follow.ts';
import type { Pattern } from '../match/pattern.ts';
import type { Prepared } from '../prepare.ts';
import type { Folded } from '../text/fold.ts';
import { isHardBreak } from '../text/marks.ts';

/** How far before a finding its context is read, in letters. */
const reach = 26;

/** Whether one of the patterns holds for the finding: around `*`, or, without one, anywhere near it. */
export function holdsAround(
  patterns: readonly Pattern[],
  finding: Span,
  { reader, follow }: Pick<Prepared, 'reader' | 'follow'>,
): boolean {
  let from = -1;
  for (const pattern of patterns) {
    if (!reader.mayHold(pattern)) continue;
    if (pattern.findingAt === 0) {
      if (follow(pattern, finding.start, finding)) return true;
      continue;
    }
    if (from === -1) from = sentenceStart(finding.start, reader.text);
    const last = pattern.findingAt > 0 ? finding.start - 1 : finding.end + reach;
    for (let at = from; at <= last && at < reader.text.length; at++)
      if (follow(pattern, at, finding)) return true;
  }
  return false;
}

function sentenceStart(position: number, text: Folded): number {
  const least = Math.max(0, position - reach);
  let at = position;
  while (at > least && !isHardBreak(text.codes[at - 1]!)) at--;
  return at;
}
