import { expect, test } from 'vitest';
import type { LiveEvent } from '../../../lib/model.ts';
import { countHanded, medianWait, openQuestions } from '../../../lib/room/board-order.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import { feedLimit, type RoomState } from '../../../lib/room/state.ts';
import { stamp, start } from '../../fixtures/day.ts';
import { comment } from '../../fixtures/events.ts';

function room(events: readonly LiveEvent[], state = createRoomState()): RoomState {
  for (const event of events) fold(state, { ...event, seq: state.seq });
  return state;
}
const asked = (text: string, second: number, over = {}) =>
  comment(text, { at: start + second * 1000, seenAt: start + second * 1000, ...over });

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
  expect(card?.people).toBe(3);
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

test('who is about to buy, comes back, belongs here or asks again leaves others behind; shouting does not', () => {
  const order = (events: readonly LiveEvent[]) =>
    openQuestions(room(events), start + 60_000).map(({ text }) => text);
  const one = (text: string, nick: string, over = {}) =>
    asked(text, 0, { id: `${text}${n++}`, nick, ...over });
  let n = 0;
  const known = asked('来了来了', 0, { id: 'hi', nick: '甲' });
  const plain = one('几天能到货', '甲');

  for (const badge of ['已加购', '已下单', '粉丝团 3级', '新客'])
    expect(order([known, plain, one('能退吗', '甲', { badges: [badge] })])).toEqual(['能退吗', '几天能到货']);
  expect(order([known, plain, one('能退吗', '乙')])).toEqual(['能退吗', '几天能到货']);
  expect(order([known, plain, one('能退吗', '甲'), one('能退吗', '甲')])).toEqual(['能退吗', '几天能到货']);

  const shouted = Array.from({ length: 9 }, () => one('能退吗', '甲'));
  const three = ['丙', '丁', '戊'].map((nick) => one('几天能到货', nick));
  expect(order([known, ...shouted, ...three])).toEqual(['几天能到货', '能退吗']);
});

test('a question handed to a person waits on, below the others, until somebody answers it', () => {
  const base = [asked('几天能到货', 0, { id: 'q' }), asked('能退吗', 20, { id: 'r' })];
  const handed = room([...base, { kind: 'hand', question: 'q', ...stamp(30) }]);

  expect(openQuestions(handed, start + 60_000).map(({ id }) => id)).toEqual(['r', 'q']);
  expect(handed.figures.waiting).toBe(2);
  expect(countHanded(handed)).toBe(1);

  const back = room([{ kind: 'hand', question: 'q', undone: true, ...stamp(31) }], structuredClone(handed));
  expect(countHanded(back)).toBe(0);
  const done = room([{ kind: 'answer', question: 'q', how: 'handed', ...stamp(40) }], handed);
  expect(done.figures).toMatchObject({ waiting: 1, answered: 1, waits: [40_000] });
  expect(done.questions.get('q')?.handedAt).toBeNull();
});

test('a gap of the library is listed until it is taken back', () => {
  const lack: LiveEvent = {
    kind: 'lack',
    question: 'q',
    text: '几天能到货',
    intent: 'shipping',
    ...stamp(5),
  };
  const noted = room([asked('几天能到货', 0, { id: 'q' }), lack]);

  expect(noted.questions.get('q')?.isLack).toBe(true);
  expect(noted.lacks).toMatchObject([{ question: 'q', text: '几天能到货' }]);
  expect(noted.figures.waiting).toBe(1);

  const back = room([{ ...lack, undone: true }], noted);
  expect(back.lacks).toEqual([]);
  expect(back.questions.get('q')?.isLack).toBe(false);
});
