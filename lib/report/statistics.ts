/** So many of so many. */
export interface Part {
  part: number;
  of: number;
}

/** Below these counts a figure says nothing, and nothing is said. */
export const enough = { median: 5, p90: 20, share: 10 } as const;

/** The share between 0 and 1; null when there are too few to say. */
export const shareOf = ({ part, of }: Part, least: number = enough.share): number | null =>
  of < least || of === 0 ? null : part / of;

/** How values spread: their count, and the middle and the 90th percentile where there are enough. */
export interface Spread {
  n: number;
  median: number | null;
  p90: number | null;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  return {
    n,
    median: n < enough.median ? null : quantile(sorted, 0.5),
    p90: n < enough.p90 ? null : quantile(sorted, 0.9),
  };
}

/** Of ascending values, between the two that stand nearest. */
function quantile(sorted: readonly number[], q: number): number {
  const place = q * (sorted.length - 1);
  const low = sorted[Math.floor(place)]!;
  return low + (sorted[Math.ceil(place)]! - low) * (place - Math.floor(place));
}

/** Two-sided, 95 %. */
const z = 1.959964;

/**
 * Where the true share lies with 95 % confidence, after Wilson: right for few and for extreme shares, too.
 *
 * @see https://www.itl.nist.gov/div898/handbook/prc/section2/prc241.htm
 */
export function wilson({ part, of }: Part): [low: number, high: number] {
  if (of === 0) return [0, 1];
  const p = part / of;
  const middle = p + (z * z) / (2 * of);
  const reach = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  // rounding must not leave a certain end uncertain
  return [part === 0 ? 0 : (middle - reach) / scale, part === of ? 1 : (middle + reach) / scale];
}

/** What two shares tell about each other. */
export interface Difference {
  /** first minus second */
  by: number;
  /** 95 % of it, after Newcombe (1998, method 10), from both Wilson intervals */
  low: number;
  high: number;
  verdict: 'first' | 'second' | 'no-difference-shown';
}

/** Compares two shares; null when either has too few to say. */
export function compareParts(a: Part, b: Part): Difference | null {
  const [p, q] = [shareOf(a), shareOf(b)];
  if (p === null || q === null) return null;
  const [la, ha] = wilson(a);
  const [lb, hb] = wilson(b);
  const by = p - q;
  const low = by - Math.hypot(p - la, hb - q);
  const high = by + Math.hypot(ha - p, q - lb);
  return { by, low, high, verdict: low > 0 ? 'first' : high < 0 ? 'second' : 'no-difference-shown' };
}
