import type { HealthEvent, Session } from '../model.ts';
import type { Digest } from './digest.ts';

/** What the figures do not know: a report that left it out would lie. */
export interface Unseen {
  /** events of the session that were not worked up yet */
  pending: number;
  /** events whose record could not be read back, and that did not parse at the door */
  unreadable: number;
  rejected: number;
  /** ms in which nothing could be seen, overlaps counted once, and how often */
  away: number;
  gaps: Digest['gaps'];
  /** comments that surely were lost, and that came in afterwards */
  lost: number;
  recovered: number;
  /** what kept capture from listening, and for how long; `to` is null when it was so to the end */
  troubles: { trouble: NonNullable<HealthEvent['trouble']>; seq: number; from: number; to: number | null }[];
}

export function unseenOf(digest: Digest, session: Pick<Session, 'events' | 'rejected'>): Unseen {
  const { gaps, troubles } = digest;
  return {
    pending: Math.max(0, session.events - digest.covered),
    unreadable: digest.unreadable,
    rejected: session.rejected,
    away: covered(gaps),
    gaps,
    lost: gaps.reduce((sum, { lost }) => sum + lost, 0),
    recovered: gaps.reduce((sum, { recovered }) => sum + recovered, 0),
    troubles: troubles.flatMap(({ trouble, seq, at }, i) =>
      trouble === null ? [] : [{ trouble, seq, from: at, to: troubles[i + 1]?.at ?? null }],
    ),
  };
}

function covered(spans: readonly { from: number; to: number }[]): number {
  let sum = 0;
  let reached = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return sum;
}
