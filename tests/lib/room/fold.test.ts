import { expect, test } from 'vitest';
import type { LiveEvent } from '../../../lib/model.ts';
import { medianWait, openQuestions } from '../../../lib/room/board-order.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import { feedLimit, type RoomState } from '../../../lib/room/state.ts';
import { comment } from '../../fixtures/events.ts';

const start = 1_790_000_000_000;

function room(events: readonly LiveEvent[]): RoomState {
  const state = createRoomState();
  for (const [seq, event] of events.entries()) fold(state, { ...event, seq });
  return state;
}
const asked = (text: string, second: number, over = {}) =>
  comment(text, { at: start + second * 1000, seenAt: start + second * 1000, ...over });
const stamp = (second: number) => ({ at: start + second * 1000, seenAt: start + second * 1000 });

test('a question waits from when it was asked until its reply is seen in the room', () => {
  const events: LiveEvent[] = [
    asked('几天能到货？', 0, { id: 'q' }),
    { kind: 'fill', text: '亲，48小时内发货，一般3到5天到。', question: 'q', rules: 'v', ...stamp(4) },
  ];

  const before = room(events);
  const after = room([...events, asked('亲，48小时内发货，一般3到5天到。', 6, { id: 'a', anchor: true })]);

  expect(openQuestions(before, start).map((question) => question.id)).toEqual(['q']);
  expect(openQuestions(after, start)).toEqual([]);
  expect(medianWait(after)).toBe(6000);
  expect(before.figures.waiting).toBe(1);
  expect(after.figures).toMatchObject({ comments: 2, asked: 1, answered: 1, waiting: 0 });
});

test('a reply that was touched up by hand still answers, another sentence does not', () => {
  const base: LiveEvent[] = [
    asked('几天能到货？', 0, { id: 'q' }),
    { kind: 'fill', text: '亲，48小时内发货，一般3到5天到。', question: 'q', rules: 'v', ...stamp(4) },
  ];

  const touched = room([...base, asked('亲亲，48小时内发货，一般3到5天到哦', 6, { id: 'a', anchor: true })]);
  const other = room([...base, asked('欢迎新来的朋友', 6, { id: 'a', anchor: true })]);

  expect(openQuestions(touched, start)).toEqual([]);
  expect(openQuestions(other, start)).toHaveLength(1);
});

test('the same question from three people is one card with three askers', () => {
  const state = room(['甲', '乙', '丙'].map((nick, i) => asked('几天能到货？', i, { id: `q${i}`, nick })));

  const [card] = openQuestions(state, start);
  expect(card).toMatchObject({ id: 'q0', count: 3 });
  expect(card?.askers.size).toBe(3);
});

test('asking again after the answer opens the card again, waiting from then', () => {
  const state = room([
    asked('几天能到货？', 0, { id: 'q' }),
    { kind: 'answer', question: 'q', how: 'spoken', ...stamp(5) },
    asked('几天能到货？', 20, { id: 'q2', nick: '乙' }),
  ]);

  expect(openQuestions(state, start)[0]).toMatchObject({ id: 'q', since: start + 20_000, answeredAt: null });
});

test('a dismissed question counts neither as asked nor as answered', () => {
  const state = room([
    asked('几天能到货？', 0, { id: 'q' }),
    { kind: 'answer', question: 'q', how: 'dismissed', ...stamp(5) },
  ]);

  expect(state.figures).toMatchObject({ asked: 0, answered: 0, waits: [] });
});

test('what stood on the page before capture began asks nothing', () => {
  const state = room([asked('几天能到货？', 0, { backlog: true })]);

  expect(state.figures.comments).toBe(1);
  expect(openQuestions(state, start)).toEqual([]);
});

test('a filled reply may be undone: clearing the draft keeps the question open', () => {
  const state = room([
    asked('几天能到货？', 0, { id: 'q' }),
    { kind: 'draft', text: '全网最低', findings: [], rules: 'v', ...stamp(1) },
    { kind: 'draft', text: '', findings: [], rules: 'v', ...stamp(2) },
  ]);

  expect(state.draft).toBeNull();
  expect(openQuestions(state, start)).toHaveLength(1);
});

test('the feed stays bounded and keeps the newest', () => {
  const state = room(Array.from({ length: 3 * feedLimit }, (_, i) => asked(`好看${i}`, i / 100)));

  expect(state.feed.length).toBeLessThanOrEqual(2 * feedLimit);
  expect(state.feed.length).toBeGreaterThanOrEqual(feedLimit);
  expect(state.feed.at(-1)?.text).toBe(`好看${3 * feedLimit - 1}`);
});

test('the same events give the same state, and a cloned state goes on like the original', () => {
  const events: LiveEvent[] = Array.from({ length: 200 }, (_, i) =>
    asked(['几天能到货？', '有优惠吗', '好看', '160 110斤穿什么码'][i % 4]!, i, {
      id: `c${i}`,
      nick: `n${i % 7}`,
    }),
  );

  const whole = room(events);
  const half = structuredClone(room(events.slice(0, 100)));
  for (const [i, event] of events.slice(100).entries()) fold(half, { ...event, seq: 100 + i });

  expect(half).toEqual(whole);
});

test('a page with a wrong clock does not blow up the minutes', () => {
  const state = room([asked('好看', 0), comment('好看2', { at: 9e12, seenAt: start })]);

  expect(state.figures.perMinute.length).toBe(1);
});

test('a comment that comes late stands where the platform’s clock puts it; without that clock, where it came', () => {
  const { feed } = room([
    asked('一', 1),
    asked('三', 3),
    asked('五', 5),
    asked('二，来晚了', 2, { seenAt: start + 6000 }),
    asked('六，只在列表里', 6),
    asked('四，也来晚了', 4, { seenAt: start + 7000 }),
  ]);

  expect(feed.map(({ text }) => text)).toEqual([
    '一',
    '二，来晚了',
    '三',
    '四，也来晚了',
    '五',
    '六，只在列表里',
  ]);
});
