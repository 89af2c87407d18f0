import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptRoom, linesOf } from '../../../lib/index/kept-state.ts';
import type { LiveEvent } from '../../../lib/model.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import { showPlan, stamp, start } from '../../fixtures/day.ts';

const plan = showPlan('开场', '讲解', '答疑');
const begin = (second: number, show = 's'): LiveEvent => ({ kind: 'show', ...stamp(second), show, plan });
const go = (second: number, to: number | null, undone?: true): LiveEvent => ({
  kind: 'segment',
  ...stamp(second),
  to,
  ...(undone && { undone }),
});

function show(events: readonly LiveEvent[]) {
  const state = createRoomState();
  for (const event of events) fold(state, { ...event, seq: state.seq });
  return state.show;
}

test('a segment runs from when it was gone to until the next one is', () => {
  const { now } = show([begin(0), go(70, 1), go(200, 2), go(260, null)]);

  expect(now?.steps.map(({ segment, from, to }) => [segment, from - start, to && to - start])).toEqual([
    [0, 0, 70_000],
    [1, 70_000, 200_000],
    [2, 200_000, 260_000],
  ]);
  expect(now?.endedAt).toBe(start + 260_000);
});

test('a step that is taken back never was', () => {
  expect(show([begin(0), go(70, 1), go(75, 0, true)])).toEqual(show([begin(0)]));
  expect(show([begin(0), go(70, 1), go(90, null), go(95, 1, true)])).toEqual(show([begin(0), go(70, 1)]));
  expect(show([begin(0), go(3, null, true)]).now).toBeNull();
  expect(show([begin(0, 'a'), begin(9, 'b'), go(12, null, true)])).toEqual(show([begin(0, 'a')]));
});

test('a step beyond the plan and one without a show are passed over', () => {
  expect(show([go(1, 1), go(2, 0, true)]).now).toBeNull();
  expect(show([begin(0), go(5, 3)])).toEqual(show([begin(0)]));
});

test('another show ends the one before, which is kept', () => {
  const { now, before } = show([begin(0, 'a'), go(70, 1), begin(100, 'b')]);

  expect(now?.show).toBe('b');
  expect(before.map(({ show, endedAt }) => [show, endedAt])).toEqual([['a', start + 100_000]]);
});

test('whatever is pressed, steps follow each other and never overlap, and the room survives being kept', () => {
  const press = fc.oneof(
    fc.constant('begin' as const),
    fc.constant('undo' as const),
    fc.option(fc.nat(4), { nil: null }),
  );
  fc.assert(
    fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
      const state = createRoomState();
      for (const [i, one] of presses.entries()) {
        const event = one === 'begin' ? begin(i) : one === 'undo' ? go(i, 0, true) : go(i, one);
        fold(state, { ...event, seq: state.seq });
      }
      for (const run of [...state.show.before, ...(state.show.now ? [state.show.now] : [])]) {
        expect(run.steps[0]?.from).toBe(run.startedAt);
        expect(run.steps.at(-1)?.to).toBe(run.endedAt);
        for (const [i, { to }] of run.steps.slice(0, -1).entries()) {
          expect(to).not.toBeNull();
          expect(to).toBeLessThanOrEqual(run.steps[i + 1]!.from);
        }
      }
      expect(keptRoom(linesOf(state)).state(() => undefined).show).toEqual(state.show);
    }),
  );
});
