import { expect, test } from 'vitest';
import { beyond, usualOf } from '../../../lib/alarm/usual.ts';

test('single spikes move neither the middle nor how far it strays', () => {
  const calm = Array.from({ length: 40 }, (_, i) => 10 + (i % 3));

  expect(usualOf([...calm, 500, 900])).toMatchObject({ middle: 11, spread: usualOf(calm)!.spread });
  expect(usualOf([...calm, 500, 900])!.rise).toBeLessThan(3);
});

test('what comes in bursts strays further upwards than downwards', () => {
  const bursts = Array.from({ length: 40 }, (_, i) => (i % 5 === 0 ? 12 : i % 2));

  const usual = usualOf(bursts)!;
  expect(usual.rise).toBeGreaterThan(3 * usual.spread);
});

test('without values nothing is usual', () => {
  expect(usualOf([])).toBeNull();
});

test('where few are expected, more is needed than a bell curve would ask', () => {
  expect(beyond(2.8, 3)).toBeGreaterThan(2.8 + 3 * Math.sqrt(2.8));
  expect(beyond(100, 3)).toBeCloseTo(100 + 30, -1);
});
