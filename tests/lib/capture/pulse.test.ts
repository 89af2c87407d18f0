import { expect, test } from 'vitest';
import { createPulse } from '../../../lib/capture/pulse.ts';
import { createShare } from '../../../lib/capture/share.ts';
import { comment } from '../../fixtures/events.ts';

const now = 1_790_000_000_000;
const counts = (merged: number, missed: number) => ({
  feed: 0,
  dom: 0,
  merged,
  duplicate: 0,
  unmatched: missed,
  missed,
});

test('a share follows what happens now', () => {
  const share = createShare(100);
  expect(share.percent()).toBeNull();

  for (let i = 0; i < 1000; i += 1) share.add(1, 0);
  const before = share.percent();
  for (let i = 0; i < 300; i += 1) share.add(0, 1);

  expect(before).toBe(100);
  expect(share.percent()).toBeLessThan(20);
});

test('the rate is that of the last minute, first and last are kept', () => {
  const pulse = createPulse();
  pulse.comments([comment('a'), comment('b')], now);
  pulse.comments([comment('c')], now + 50_000);

  expect(pulse.now(now + 55_000)).toMatchObject({ firstAt: now, lastAt: now + 50_000, perMinute: 3 });
  expect(pulse.now(now + 70_000)).toMatchObject({ perMinute: 1 });
});

test('fields are counted by how many comments have them', () => {
  const pulse = createPulse();
  pulse.comments(
    [
      comment('a', { userId: '1', at: now - 900, seenAt: now }),
      comment('b', { idKind: 'synthetic', nick: '', seenAt: now, at: now }),
    ],
    now,
  );
  pulse.items(3, 1);

  expect(pulse.now(now)).toMatchObject({ parsed: 75, fields: { id: 50, user: 50, nick: 50, time: 50 } });
});

test('feed and list disagree when many rows are unknown to the feed, not for a system row or two', () => {
  const pulse = createPulse();
  const turns = [
    [20, 0],
    [40, 2],
    [41, 12],
    [41, 12],
    [141, 12],
    [241, 13],
  ] as const;

  expect(turns.map(([merged, missed]) => pulse.compare(counts(merged, missed)))).toEqual([
    false,
    false,
    true,
    false,
    false,
    false,
  ]);
});
