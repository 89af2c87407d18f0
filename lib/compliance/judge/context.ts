import type { Match, Span } from '../match/follow.ts';
import type { Pattern } from '../match/pattern.ts';
import type { Prepared } from '../prepare.ts';
import type { Folded } from '../text/fold.ts';
import { isHardBreak } from '../text/marks.ts';

/** How far before a finding its context is read, in letters. */
const reach = 26;
/** The same for who speaks and in what manner, which the whole sentence tells. */
const wideReach = 60;

/** Whether one of the patterns holds for the finding: around `*`, or, without one, anywhere near it. */
export function holdsAround(
  patterns: readonly Pattern[],
  finding: Span,
  { reader, follow }: Pick<Prepared, 'reader' | 'follow'>,
): boolean {
  let from = -1;
  let wideFrom = -1;
  for (const pattern of patterns) {
    if (!reader.mayHold(pattern)) continue;
    if (pattern.findingAt === 0) {
      if (follow(pattern, finding.start, finding)) return true;
      continue;
    }
    if (pattern.findingAt > 0) {
      if (from === -1) from = sentenceStart(finding.start, reach, reader.text);
      if (holdsFrom(pattern, from, finding.start)) return true;
      continue;
    }
    if (wideFrom === -1) wideFrom = sentenceStart(finding.start, wideReach, reader.text);
    const end = Math.max(finding.end + reach + 1, sentenceEnd(finding.end, wideReach, reader.text));
    if (holdsFrom(pattern, wideFrom, Math.min(end, reader.text.length))) return true;
  }
  return false;

  /** Whether it holds from a place on that lies before `to`. */
  function holdsFrom(pattern: Pattern, from: number, to: number): boolean {
    const last = Math.min(to - 1, reader.lastPlace(pattern));
    for (let at = Math.max(from, reader.firstPlace(pattern)); at <= last; at++)
      if (!asksEither(at, reader.text) && follow(pattern, at, finding)) return true;
    return false;
  }
}

/** Whether one of the patterns holds inside a finding for what follows in it: 平台|规定不能说|最便宜. */
export function holdsWithin(
  patterns: readonly Pattern[],
  { tokens, end }: Match,
  { reader, follow }: Pick<Prepared, 'reader' | 'follow'>,
): boolean {
  for (let index = 1; index < tokens.length; index++) {
    const { start } = tokens[index]!;
    for (let at = tokens[index - 1]!.end; at < start; at++)
      for (const pattern of patterns)
        if (pattern.findingAt > 0 && reader.mayHold(pattern) && follow(pattern, at, { start, end }))
          return true;
  }
  return false;
}

function sentenceStart(position: number, within: number, text: Folded): number {
  const least = Math.max(0, position - within);
  let at = position;
  while (at > least && !isHardBreak(text.codes[at - 1]!)) at--;
  return at;
}

function sentenceEnd(position: number, within: number, text: Folded): number {
  const most = Math.min(text.length, position + within);
  let at = position;
  while (at < most && !isHardBreak(text.codes[at]!)) at++;
  return at;
}

const not = '不'.charCodeAt(0);
const notYet = '没'.charCodeAt(0);

/** Whether 不 or 没 stands between the same letter twice: 是不是, 有没有 ask and deny nothing. */
function asksEither(at: number, { codes, length }: Folded): boolean {
  const code = codes[at]!;
  return (code === not || code === notYet) && at > 0 && at + 1 < length && codes[at - 1] === codes[at + 1];
}
