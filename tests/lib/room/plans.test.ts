import { expect, test } from 'vitest';
import { keptRoom, linesOf } from '../../../lib/index/kept-state.ts';
import type { LiveEvent } from '../../../lib/model.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import { flooded, stamp, start } from '../../fixtures/day.ts';

const begun: LiveEvent = { kind: 'plan', ...stamp(0), run: 'r', plan: flooded, alarm: 'a' };

function room(events: readonly LiveEvent[]) {
  const state = createRoomState();
  for (const event of events) fold(state, { ...event, seq: state.seq });
  return state;
}

test('a plan that was started keeps what was done, when, and how it ended', () => {
  const { plans } = room([
    begun,
    { kind: 'plan-step', ...stamp(20), run: 'r', step: 0 },
    { kind: 'plan-step', ...stamp(30), run: 'r', step: 1 },
    { kind: 'plan-step', ...stamp(40), run: 'r', step: 1, undone: true },
    { kind: 'plan-note', ...stamp(50), run: 'r', text: '已联系客服主管' },
    { kind: 'plan-close', ...stamp(80), run: 'r', how: 'solved' },
  ]);

  expect(plans.runs).toEqual([
    {
      id: 'r',
      plan: flooded,
      at: start,
      alarm: 'a',
      isDrill: false,
      done: [start + 20_000, null],
      notes: [{ at: start + 50_000, text: '已联系客服主管' }],
      closed: { at: start + 80_000, how: 'solved' },
    },
  ]);
});

test('a plan that was closed too early goes on, and the same start twice is one', () => {
  const { plans } = room([
    begun,
    { kind: 'plan-close', ...stamp(80), run: 'r', how: 'solved' },
    { kind: 'plan-close', ...stamp(81), run: 'r', how: 'solved', undone: true },
    begun,
  ]);

  expect(plans.runs).toHaveLength(1);
  expect(plans.runs[0]?.closed).toBeNull();
});

test('acts of a run that nobody started, or of a step it has not, are passed over', () => {
  const { plans } = room([
    { kind: 'plan-step', ...stamp(1), run: 'x', step: 0 },
    begun,
    { kind: 'plan-step', ...stamp(2), run: 'r', step: 9 },
  ]);

  expect(plans.runs.map(({ done }) => done)).toEqual([[null, null]]);
});

test('a drill says so, a correction has both its times, and both survive being kept', () => {
  const state = room([
    { ...begun, drill: true } as LiveEvent,
    {
      kind: 'correction',
      ...stamp(9),
      run: 'r',
      said: '全网最低价',
      saidAt: start + 2000,
      corrected: '今天直播间到手价 199 元',
      correctedAt: start + 7000,
      who: '小满',
      drill: true,
    },
  ]);

  expect(state.plans.runs[0]?.isDrill).toBe(true);
  expect(state.plans.corrections[0]).toMatchObject({ saidAt: start + 2000, correctedAt: start + 7000 });
  expect(keptRoom(linesOf(state)).state(() => undefined).plans).toEqual(state.plans);
});
