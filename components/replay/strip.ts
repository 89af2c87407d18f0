import type { MomentMinute } from '../../lib/index/moments.ts';

/** One column of the timeline, as wide as a few pixels. */
export interface Column {
  /** comments a minute */
  rate: number;
  /** share of positive comments less that of negative ones, -1…1; 0 without any */
  mood: number;
}

const minute = 60_000;

/** Minutes spread over `count` columns from `start` on, `duration` ms long. Pure. */
export function columnsOf(
  minutes: readonly MomentMinute[],
  { start, duration, count }: { start: number; duration: number; count: number },
): Column[] {
  const sums = Array.from({ length: count }, () => ({ comments: 0, positive: 0, negative: 0, minutes: 0 }));
  const width = Math.max(1, duration) / count;
  for (const one of minutes) {
    // a minute wider than a column fills all that it covers
    const from = Math.max(0, Math.floor((one.at - start) / width));
    const to = Math.min(count - 1, Math.floor((one.at + minute - 1 - start) / width));
    for (let i = from; i <= to; i++) {
      const sum = sums[i]!;
      sum.comments += one.comments;
      sum.positive += one.positive;
      sum.negative += one.negative;
      sum.minutes++;
    }
  }
  return sums.map(({ comments, positive, negative, minutes: n }) => ({
    rate: n > 0 ? comments / n : 0,
    mood: comments > 0 ? (positive - negative) / comments : 0,
  }));
}

/** Ticks as one path: a place a pixel, however many there are. */
export function ticksOf(places: readonly number[], top: number, height: number): string {
  const pixels = new Set(places.map(Math.round));
  return [...pixels].map((x) => `M${x + 0.5} ${top}v${height}`).join('');
}

/** Spans as one path of rectangles, at least a pixel wide each. */
export function spansOf(spans: readonly { from: number; to: number }[], top: number, height: number): string {
  return spans.map(({ from, to }) => `M${from} ${top}h${Math.max(1, to - from)}v${height}H${from}z`).join('');
}
