import { expect, test } from 'vitest';
import { mergeInSteps } from '../../../lib/report/collect.ts';
import { mergeDigests } from '../../../lib/report/merge.ts';
import { digestsOf, says } from './stretches.ts';

const events = Array.from({ length: 12 }, (_, i) => says(i, `u${i % 5}`, '有没有L码'));
const large = digestsOf(events, [3, 6, 9]).map((digest) => ({ ...digest, covered: 1 << 17 }));

test('large digests are merged with a pause after each', async () => {
  let pauses = 0;
  const merged = await mergeInSteps(large.toReversed(), async () => {
    pauses++;
  });
  expect(pauses).toBe(large.length);
  expect(merged).toEqual(mergeDigests(large));
});

test('small digests are merged together without a pause', async () => {
  let pauses = 0;
  await mergeInSteps(digestsOf(events, [3, 6, 9]), async () => {
    pauses++;
  });
  expect(pauses).toBe(0);
});
