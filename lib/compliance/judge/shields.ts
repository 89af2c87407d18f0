import type { Compiled } from '../compile.ts';
import type { Match } from '../match/follow.ts';
import type { WordReader } from '../match/words.ts';
import { ownCategory } from '../settings.ts';
import type { CheckContext } from '../types.ts';
import type { Judged } from './overlap.ts';
import { isInScope } from './scope.ts';

/** How far before a finding an innocent phrase may begin, in letters. */
const reach = 10;

/** Whether an innocent phrase covers the finding, takes one of its edges or holds its first word: the longer wins. */
export function isShielded(finding: Judged, context: CheckContext, compiled: Compiled): boolean {
  const { reader, follow, innocents, own } = compiled;
  const allowed = finding.rule.isFirm ? compiled.firmAllowed : compiled.allowed;
  const isOwn = finding.rule.category === ownCategory;
  reader.read();
  const { tokens } = reader;
  const from = Math.max(0, finding.start - reach);
  for (let index = tokens.first[from]!; index < tokens.first[finding.end]!; index++) {
    const at = tokens.start[index]!;
    const word = tokens.word[index]!;
    for (const pattern of innocents[word] ?? []) {
      if (!reader.mayHold(pattern)) continue;
      const end = follow(pattern, at)?.end ?? -1;
      // what the shop bans is not innocent because we think so
      if (isOwn && at === finding.start && end === finding.end) continue;
      if (shields(at, end, finding, pattern.steps.length < 2)) return true;
    }
  }
  if (allowed.length === 0) return false;
  const isHere = (word: number) =>
    allowed.some((phrases) => phrases.get(word)?.some((scope) => isInScope(scope, context)));
  return isAllowed(finding, isHere, own, from);
}

function isAllowed(
  finding: Match,
  isHere: (word: number) => boolean,
  { tokens, isToken }: WordReader,
  from: number,
): boolean {
  for (let index = tokens.first[from]!; index < tokens.first[finding.end]!; index++)
    if (
      isHere(tokens.word[index]!) &&
      shields(tokens.start[index]!, tokens.end[index]!, finding, true) &&
      isToken(index)
    )
      return true;
  return false;
}

function shields(start: number, end: number, finding: Match, isWord: boolean): boolean {
  if (end <= finding.start) return false;
  if (start < finding.start || end > finding.end) return true;
  if (start > finding.start) return false;
  if (end === finding.end) return true;
  // 加热 is not 加, but 最先 does not take 最 from 最先进
  const [first, second] = finding.tokens;
  return isWord && second !== undefined && end > first!.end && end <= second.start;
}
