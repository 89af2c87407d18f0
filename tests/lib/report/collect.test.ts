import { expect, test } from 'vitest';
import { createLibrary } from '../../../lib/reply/library.ts';
import { mergeInSteps } from '../../../lib/report/collect.ts';
import { mergeDigests } from '../../../lib/report/merge.ts';
import { reportInSteps, reportOf } from '../../../lib/report/report.ts';
import { digestsOf, says, start } from './stretches.ts';

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

test('a report made with pauses is the one that is made at once', async () => {
  const [digest] = digestsOf(events);
  const of = { id: 's', platform: 'douyin', title: '', events: 12, rejected: 0, startedAt: start } as const;
  const library = createLibrary([]);
  let pauses = 0;
  const made = await reportInSteps([digest!, of, library, []], async () => {
    pauses++;
  });
  expect(pauses).toBeGreaterThan(0);
  expect(made).toEqual(reportOf([digest!], of, library, []));
  expect(made.comments).toBe(12);
});
