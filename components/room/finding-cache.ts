import type { Checker } from '../../lib/compliance/types.ts';
import type { Finding } from '../../lib/model.ts';
import type { FeedRow } from '../../lib/room/state.ts';

/** Judges a comment when its row is first drawn, not when it arrives: most are never looked at. */
export function createFindingCache(checker: Checker): { of(row: FeedRow): readonly Finding[] } {
  const known = new WeakMap<FeedRow, readonly Finding[]>();
  return {
    of(row) {
      let findings = known.get(row);
      if (!findings) {
        const channel = row.anchor ? 'public_reply' : 'viewer_comment';
        findings = checker.check(row.text, { channel });
        known.set(row, findings);
      }
      return findings;
    },
  };
}
