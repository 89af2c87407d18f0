/** What a figure usually does: its middle, and how far it strays, as a standard deviation. */
export interface Usual {
  middle: number;
  spread: number;
  /** the same upwards alone: what comes in bursts strays further that way */
  rise: number;
}

/** Makes the median deviation of a bell curve its standard deviation. */
const ofBell = 1.4826;

/** One in ten lies above; of a bell curve so many standard deviations above its middle. */
const high = { share: 0.9, ofBell: 1.2816 };

/** Median and median deviation, which single spikes do not move; null without values. */
export function usualOf(values: readonly number[]): Usual | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = middleOf(sorted);
  if (middle === null) return null;
  const far = values.map((value) => Math.abs(value - middle)).sort((a, b) => a - b);
  const spread = ofBell * (middleOf(far) ?? 0);
  const upper = sorted[Math.floor(high.share * (sorted.length - 1))]!;
  return { middle, spread, rise: Math.max(spread, (upper - middle) / high.ofBell) };
}

function middleOf(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * So many are more than chance makes of `expected`, by `sigmas`: counts lean upwards, and where few are expected far more
 * than a bell curve would have it (Anscombe 1948, the square root of a Poisson count strays by a half).
 */
export const beyond = (expected: number, sigmas: number): number =>
  (Math.sqrt(expected + 3 / 8) + sigmas / 2) ** 2 - 3 / 8;
