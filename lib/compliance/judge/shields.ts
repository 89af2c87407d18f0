import type { Compiled } from '../compile.ts';
import type { Span } from '../match/reader.ts';

/** How far before a finding an innocent phrase may begin, in letters. */
const reach = 10;

/** Whether an innocent phrase covers the finding or takes one of its edges: the longer word wins. */
export function isShielded(finding: Span, { reader, innocents }: Compiled): boolean {
  for (let at = Math.max(0, finding.start - reach); at < finding.end; at++) {
    for (const token of reader.wordsAt(at)) {
      for (const pattern of innocents.get(token.word) ?? []) {
        const end = pattern.length === 0 ? token.end : (reader.match(pattern, at)?.end ?? -1);
        if (end <= finding.start) continue;
        if (at < finding.start || end > finding.end || (at === finding.start && end === finding.end))
          return true;
      }
    }
  }
  return false;
}
