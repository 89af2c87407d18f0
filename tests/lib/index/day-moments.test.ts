import { expect, test } from 'vitest';
import { type Moments, momentsOf, momentsOfNewest } from '../../../lib/index/moments.ts';
import type { LiveEvent, LoggedEvent } from '../../../lib/model.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import { flooded, lowest, showPlan, stamp, start, whichFirst } from '../../fixtures/day.ts';
import { comment } from '../../fixtures/events.ts';

const day: LiveEvent[] = [
  {
    kind: 'show',
    ...stamp(0),
    show: 's',
    plan: showPlan('开场', '讲解'),
  },
  {
    kind: 'tool',
    ...stamp(10),
    id: 't',
    rules: '',
    setup: whichFirst,
  },
  comment('2', { id: 'a', userId: 'a', ...stamp(20) }),
  comment('2', { id: 'b', userId: 'b', ...stamp(21) }),
  comment('1', { id: 'c', userId: 'c', ...stamp(22) }),
  { kind: 'tool-close', ...stamp(30), tool: 't' },
  {
    kind: 'prompt',
    ...stamp(40),
    card: {
      id: 'q',
      what: 'question',
      asked: '几天到',
      answer: '两三天',
      unsaid: [],
      product: null,
      by: 'host',
      rules: '',
    },
  },
  {
    kind: 'spoken',
    ...stamp(50),
    from: stamp(48).at,
    to: stamp(50).at,
    text: '全网最低价',
    findings: [lowest],
    rules: '',
    by: 'device',
    ms: 100,
  },
  { kind: 'correct', ...stamp(62), of: 7, how: 'corrected' },
  { kind: 'plan', ...stamp(70), run: 'r', plan: flooded, drill: true },
  { kind: 'segment', ...stamp(80), to: 1 },
  { kind: 'plan-step', ...stamp(90), run: 'r', step: 0, drill: true },
  { kind: 'plan-close', ...stamp(100), run: 'r', how: 'solved', drill: true },
];
const logged = (from: number, to: number) =>
  day.slice(from, to).map((event, i): LoggedEvent => ({ ...event, seq: from + i }));

/** The events in stretches, as the pass would hand them over. */
function stretches(...cuts: number[]): Moments[] {
  const state = createRoomState();
  return [0, ...cuts].map((first, i) => {
    const events = logged(first, cuts[i] ?? day.length);
    for (const event of events) fold(state, event);
    const { goods } = state;
    return momentsOf({
      session: 's',
      first,
      count: events.length,
      events,
      rows: [],
      turns: [],
      goods,
      state,
    });
  });
}

test('the timeline tells what was done about the broadcast itself, with what came of it', () => {
  const found = stretches().flatMap(({ moments }) => moments);

  expect(found).toMatchObject([
    { what: 'segment', name: '开场', planned: start },
    { what: 'tool', tool: 'vote', title: '先看哪件' },
    {
      what: 'tool-end',
      people: 3,
      votes: [
        { name: '毛衣', count: 2 },
        { name: '风衣', count: 1 },
      ],
    },
    { what: 'prompt', by: 'host', asked: '几天到', answer: '两三天' },
    { what: 'slip', text: '全网最低价', words: ['全网最'] },
    // what was said raised an alarm, too
    ...found.filter(({ what }) => what === 'alarm'),
    { what: 'put-right', text: '全网最低价', how: 'corrected', took: 12_000 },
    { what: 'plan', name: '恶意刷屏', isDrill: true },
    { what: 'segment', name: '讲解', planned: start + 60_000 },
    { what: 'plan-step', text: '放慢节奏', name: '恶意刷屏', isDrill: true },
    { what: 'plan-close', how: 'solved', took: 30_000, isDrill: true },
  ]);
});

test('what began in an earlier stretch is named in a later one', () => {
  const told = (all: readonly Moments[]) => all.flatMap(({ moments }) => moments);

  expect(told(stretches(2, 5, 8, 10))).toEqual(told(stretches()));
});

test('the newest events name what began among them, and the rest by its number', () => {
  const { moments } = momentsOfNewest('s', logged(9, day.length));

  expect(moments).toMatchObject([
    { what: 'plan', name: '恶意刷屏' },
    { what: 'segment', name: '2', planned: null },
    { what: 'plan-step', text: '放慢节奏' },
    { what: 'plan-close', took: 30_000 },
  ]);
});
