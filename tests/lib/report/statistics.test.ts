import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareParts, shareOf, spreadOf, wilson } from '../../../lib/report/statistics.ts';

test('a share or a middle of too few is not told', () => {
  expect(shareOf({ part: 9, of: 9 })).toBeNull();
  expect(shareOf({ part: 5, of: 10 })).toBe(0.5);
  expect(spreadOf([1, 2, 3, 4])).toEqual({ n: 4, median: null, p90: null });
  expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ n: 5, median: 3, p90: null });
  expect(spreadOf(Array.from({ length: 21 }, (_, i) => i * 10))).toEqual({ n: 21, median: 100, p90: 180 });
});

test('the intervals are those of the literature', () => {
  // the worked cases of Newcombe (1998): one share, and the difference of two
  const [low, high] = wilson({ part: 81, of: 263 });
  expect([low, high].map((x) => x.toFixed(4))).toEqual(['0.2553', '0.3662']);

  const difference = compareParts({ part: 56, of: 70 }, { part: 48, of: 80 });
  expect(difference?.low.toFixed(4)).toBe('0.0524');
  expect(difference?.high.toFixed(4)).toBe('0.3339');
  expect(difference?.verdict).toBe('first');
});

test('the same shares show no difference, and the sides may be changed', () => {
  expect(compareParts({ part: 20, of: 40 }, { part: 21, of: 40 })?.verdict).toBe('no-difference-shown');
  expect(compareParts({ part: 1, of: 40 }, { part: 30, of: 40 })?.verdict).toBe('second');
  expect(compareParts({ part: 3, of: 4 }, { part: 30, of: 40 })).toBeNull();
});

test('an interval holds the share itself and stays between 0 and 1', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
      const part = { part: Math.min(a, b), of: Math.max(a, b, 1) };
      const [low, high] = wilson(part);

      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(part.part / part.of + 1e-12);
      expect(high).toBeGreaterThanOrEqual(part.part / part.of - 1e-12);
    }),
  );
});
