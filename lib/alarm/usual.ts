/** What a figure usually does: its middle, and how far it strays, as a standard deviation. */
export interface Usual {
  middle: number;
  spread: number;
}

/** Makes the median deviation of a bell curve its standard deviation. */
const ofBell = 1.4826;

/** Median and median deviation, which single spikes do not move; null without values. */
export function usualOf(values: readonly number[]): Usual | null {
  const middle = medianOf(values);
  if (middle === null) return null;
  return { middle, spread: ofBell * (medianOf(values.map((value) => Math.abs(value - middle))) ?? 0) };
}

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
