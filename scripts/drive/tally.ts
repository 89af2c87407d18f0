import type { LoggedEvent, PlatformId } from '../../lib/model.ts';
import { percentile } from './paint.ts';
import { table } from './table.ts';

/** What was counted of one platform. */
export interface Tally {
  platform: PlatformId;
  said: number;
  captured: number;
  stored: number;
  doubled: number;
  shown: number;
  replies: number;
  findings: number;
  latencies: number[];
  /** a question was answered with the panel's keys */
  isAnswered: boolean;
}

/** A tally before anything was counted. */
export const emptyTally = (platform: PlatformId): Tally => ({
  platform,
  said: 0,
  captured: 0,
  stored: 0,
  doubled: 0,
  shown: 0,
  replies: 0,
  findings: 0,
  latencies: [],
  isAnswered: false,
});

/** Counts from the exported file, the last link of the chain. */
export function count(events: readonly LoggedEvent[], tally: Tally): void {
  const comments = events.filter((event) => event.kind === 'comment');
  const health = events.findLast((event) => event.kind === 'health');
  tally.captured = (health?.feed ?? 0) + (health?.dom ?? 0);
  tally.stored = comments.length;
  tally.doubled = comments.length - new Set(comments.map((comment) => comment.id)).size;
  tally.replies = events.filter((event) => event.kind === 'fill').length;
  tally.findings = events.reduce(
    (sum, event) => sum + (event.kind === 'draft' ? event.findings.length : 0),
    0,
  );
}

/** Prints the tallies; gives the exit code: 1 when one does not add up. */
export function report(tallies: readonly Tally[]): number {
  const ms = (value: number) => (Number.isNaN(value) ? '–' : `${value} ms`);
  const rows = tallies.map((tally) => [
    tally.platform,
    ...[tally.said, tally.captured, tally.stored, tally.doubled, tally.shown].map(String),
    ...[0.5, 0.95, 0.99].map((p) => ms(percentile(tally.latencies, p))),
    ...[tally.replies, tally.findings].map(String),
  ]);
  console.log(
    `\n${table([['', 'said', 'captured', 'stored', 'doubled', 'shown', 'p50', 'p95', 'p99', 'replies', 'findings'], ...rows])}`,
  );
  const wrong = tallies.filter(
    ({ said, captured, stored, doubled, shown, replies, isAnswered }) =>
      said === 0 ||
      captured !== said ||
      stored !== said ||
      shown !== said ||
      doubled > 0 ||
      (isAnswered && replies === 0),
  );
  for (const { platform } of wrong) console.error(`The count of ${platform} does not add up.`);
  return wrong.length > 0 ? 1 : 0;
}
