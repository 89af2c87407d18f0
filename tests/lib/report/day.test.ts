import { expect, test } from 'vitest';
import type { LiveEvent } from '../../../lib/model.ts';
import { plansOf, showsOf } from '../../../lib/report/day.ts';
import { digestOf } from '../../../lib/report/digest-of.ts';
import { mergeDigests } from '../../../lib/report/merge.ts';
import { flooded, showPlan, stamp, start } from '../../fixtures/day.ts';

const plan = showPlan('开场', '讲解', '答疑');
const events: LiveEvent[] = [
  { kind: 'show', ...stamp(0), show: 's', plan },
  { kind: 'segment', ...stamp(90), to: 1 },
  { kind: 'plan', ...stamp(100), run: 'r', plan: flooded },
  { kind: 'plan', ...stamp(101), run: 'd', plan: flooded, drill: true },
  { kind: 'plan-close', ...stamp(130), run: 'r', how: 'solved' },
];
const digest = (from: number, to: number) =>
  digestOf(
    {
      first: from,
      count: to - from,
      events: events.slice(from, to).map((event, i) => ({ ...event, seq: from + i })),
      rows: [],
      turns: [],
      goods: { items: [], explaining: null },
    },
    null,
  );

test('however the session was cut, the report folds the same run and the same plans', () => {
  const whole = mergeDigests([digest(0, 5)]);
  const cut = mergeDigests([digest(3, 5), digest(0, 3)]);

  expect(showsOf(cut, start + 200_000)).toEqual(showsOf(whole, start + 200_000));
  expect(plansOf(cut)).toEqual(plansOf(whole));
});

test('a segment tells when it was, how long, and how many spoke while it ran', () => {
  const minutes = [0, 60_000, 120_000].map((after, i) => ({
    at: start + after,
    seq: i,
    comments: 30,
    questions: 0,
    positive: 0,
    negative: 0,
    own: 0,
  }));

  const [show] = showsOf({ day: digest(0, 5).day, minutes }, start + 150_000);

  expect(show?.segments.map(({ at, took, perMinute }) => [at && at - start, took, perMinute])).toEqual([
    [0, 90_000, 30],
    [90_000, 60_000, 30],
    [null, 0, null],
  ]);
});

test('a drill stands apart by its own mark', () => {
  expect(plansOf(digest(0, 5)).runs.map(({ id, isDrill, closed }) => [id, isDrill, closed?.how])).toEqual([
    ['r', false, 'solved'],
    ['d', true, undefined],
  ]);
});
