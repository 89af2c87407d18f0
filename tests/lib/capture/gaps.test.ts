import { expect, test } from 'vitest';
import { createGaps } from '../../../lib/capture/gaps.ts';
import { comment } from '../../fixtures/events.ts';

const to = 1_790_000_100_000;

test('what the first answer brings, and what dates from the gap, was recovered', () => {
  const gaps = createGaps();
  gaps.open('asleep', to - 60_000, to);

  gaps.count([comment('a', { at: to - 5000 })], false);
  gaps.count([comment('b', { at: to + 100 }), comment('c', { at: to + 100 })], true);
  gaps.count([comment('d', { at: to + 500 }), comment('e', { at: to + 500, backlog: true })], true);

  expect(gaps.take(to + 900)).toEqual([]);
  expect(gaps.take(to + 1000)).toMatchObject([{ kind: 'gap', at: to, from: to - 60_000, to, recovered: 4 }]);
  expect(gaps.take(to + 9000)).toEqual([]);
});

test('without an answer of the feed the rows of the list are waited for', () => {
  const gaps = createGaps();
  gaps.open('asleep', to - 60_000, to);

  gaps.count([comment('a', { at: to - 5000 })], false);

  expect(gaps.take(to + 4900)).toEqual([]);
  expect(gaps.take(to + 5000)).toMatchObject([{ recovered: 1 }]);
});

test('a gap is told before its time when the page goes', () => {
  const gaps = createGaps();
  gaps.open('page-away', to - 60_000, to);

  expect(gaps.take(to + 100, true)).toMatchObject([{ reason: 'page-away', recovered: 0 }]);
});
