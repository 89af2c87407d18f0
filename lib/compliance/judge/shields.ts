import type { Compiled } from '../compile.ts';
import type { Match } from '../match/reader.ts';

/** How far before a finding an innocent phrase may begin, in letters. */
const reach = 10;

/** Whether an innocent phrase covers the finding, takes one of its edges or holds its first word: the longer wins. */
export function isShielded(finding: Match, { reader, innocents }: Compiled): boolean {
  const [first, second] = finding.tokens;
  for (let at = Math.max(0, finding.start - reach); at < finding.end; at++) {
    for (const token of reader.wordsAt(at)) {
      for (const pattern of innocents.get(token.word) ?? []) {
        const end = pattern.length === 0 ? token.end : (reader.match(pattern, at)?.end ?? -1);
        if (end <= finding.start) continue;
        if (at < finding.start || end > finding.end) return true;
        if (at > finding.start) continue;
        if (end === finding.end) return true;
        // 加热 is not 加, but 最先 does not take 最 from 最先进
        if (pattern.length < 2 && second && end > first!.end && end <= second.start) return true;
      }
    }
  }
  return false;
}
