import { expect, test } from 'vitest';
import type { ShowRun } from '../../../lib/room/show.ts';
import { dueAt, whereabouts } from '../../../lib/show/clock.ts';
import { outcomeOf } from '../../../lib/show/outcome.ts';

const start = 1_790_000_000_000;
const at = (second: number) => start + second * 1000;
const run = (steps: [segment: number, from: number][], more: Partial<ShowRun> = {}): ShowRun => ({
  show: 's',
  plan: {
    name: '晚场',
    segments: ['开场', '讲解', '答疑'].map((name) => ({ name, part: 'content', length: 60 })),
  },
  due: null,
  startedAt: start,
  endedAt: null,
  steps: steps.map(([segment, from], i) => ({
    segment,
    from: at(from),
    to: steps[i + 1] ? at(steps[i + 1]![1]) : null,
  })),
  ...more,
});

test('it tells where we are, what is next and how long is left', () => {
  const now = whereabouts(
    run([
      [0, 0],
      [1, 60],
    ]),
    at(80),
  );

  expect(now).toMatchObject({ index: 1, ran: 20_000, left: 40_000, late: 0 });
  expect(now?.segment.name).toBe('讲解');
  expect(now?.next?.name).toBe('答疑');
});

test('late is what a segment is over its time, and what those before were', () => {
  expect(whereabouts(run([[0, 0]]), at(90))?.late).toBe(30_000);
  expect(
    whereabouts(
      run([
        [0, 0],
        [1, 90],
      ]),
      at(100),
    )?.late,
  ).toBe(30_000);
  expect(
    whereabouts(
      run([
        [0, 0],
        [1, 90],
      ]),
      at(170),
    )?.late,
  ).toBe(50_000);
  expect(
    whereabouts(
      run([
        [0, 0],
        [1, 40],
      ]),
      at(50),
    )?.late,
  ).toBe(-20_000);
});

test('a broadcast that began late is late by that', () => {
  expect(whereabouts(run([[0, 0]], { due: at(-300) }), at(10))?.late).toBe(300_000);
});

test('after the end there is no place to be', () => {
  expect(whereabouts(run([[2, 0]], { endedAt: at(60) }), at(70))).toBeNull();
});

test('a time of day is the nearest one, also past midnight', () => {
  const evening = new Date(2026, 10, 22, 23, 50).getTime();

  expect(dueAt('00:10', evening)).toBe(new Date(2026, 10, 23, 0, 10).getTime());
  expect(dueAt('23:40', new Date(2026, 10, 23, 0, 5).getTime())).toBe(
    new Date(2026, 10, 22, 23, 40).getTime(),
  );
  expect(dueAt(undefined, evening)).toBeUndefined();
});

test('the plan against what happened: what was left out, gone back to, or ran over', () => {
  const done = outcomeOf(
    run([
      [0, 0],
      [2, 90],
      [0, 120],
    ]),
    at(150),
  );

  expect(
    done.map(({ planned, at: began, took, again }) => [planned - start, began && began - start, took, again]),
  ).toEqual([
    [0, 0, 120_000, 1],
    [60_000, null, 0, 0],
    [120_000, 90_000, 30_000, 0],
  ]);
});
