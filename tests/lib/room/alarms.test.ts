import { expect, test } from 'vitest';
import { curveOf } from '../../../lib/alarm/curves.ts';
import { defaultWatch } from '../../../lib/alarm/watch.ts';
import { alarmsAt, isCalming } from '../../../lib/room/alarms.ts';
import { createDayRoom } from './day-room.ts';

const plain = (i: number) => ['来了', '今天人好多', '主播晚上好', '这个颜色好看'][i % 4]!;

test('a rush of comments tips with the comment that makes it the third busy bucket', () => {
  const room = createDayRoom();
  room.chat(0, 900, 1, plain);
  room.chat(900, 925, 8, plain);

  const [alarm] = room.state.alarms.list;
  expect(room.raised()).toEqual(['deviation comments:up']);
  expect((alarm!.at - room.start) / 1000).toBeGreaterThan(920);
  expect(alarm!.grounds.usual).toBe(10);
  // it did not wait for the bucket to end
  expect((alarm!.at - room.start) / 1000).toBeLessThan(925);
});

test('one spike is no alarm', () => {
  const room = createDayRoom();
  room.chat(0, 900, 1, plain);
  room.chat(900, 909, 30, plain);
  room.chat(910, 1200, 1, plain);

  expect(room.raised()).toEqual([]);
});

test('the opening of a room raises nothing, however it jumps', () => {
  const room = createDayRoom();
  room.chat(0, 60, 1, plain);
  room.chat(60, 120, 20, plain);
  room.chat(120, 290, 2, plain);

  expect(room.raised()).toEqual([]);
});

test('a room that falls silent tips when the third bucket has ended', () => {
  const room = createDayRoom();
  room.chat(0, 900, 2, plain);
  room.tell(931, { kind: 'metric', name: 'online', value: 500 });

  expect(room.raised()).toEqual(['deviation comments:down']);
});

test('silence while capture is in trouble is the trouble, not the room', () => {
  const room = createDayRoom();
  room.chat(0, 900, 2, plain);
  const health = { kind: 'health', feed: 1, dom: 0, merged: 0 } as const;
  const dropped = { malformed: 0, oversized: 0, duplicate: 0 };
  room.tell(900, { ...health, trouble: 'feed-silent', dropped });
  room.tell(930, { ...health, trouble: 'feed-silent', dropped });
  room.tell(960, { ...health, trouble: null, dropped });

  expect(room.raised()).toEqual(['capture feed-silent']);
  expect(room.state.alarms.list[0]!.closed?.how).toBe('over');
});

test('a page that is heard of no more is told by time alone, and again by the next event, as the same alarm', () => {
  const room = createDayRoom();
  room.chat(0, 60, 1, plain);

  const ahead = alarmsAt(room.state, room.start + 160_000);
  expect(ahead.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(['capture silent']);
  expect(room.raised()).toEqual([]);

  room.say(200, '来了');
  expect(room.state.alarms.list.map(({ id }) => id)).toEqual(ahead.map(({ id }) => id));
  expect(room.state.alarms.list[0]!.closed?.how).toBe('over');
});

test('a sour room is told and calmed, and let go when it is calm again', () => {
  const room = createDayRoom();
  room.chat(0, 600, 1, plain);
  room.chat(600, 660, 1, (i) => (i % 2 ? '质量太差了骗子' : plain(i)));

  expect(room.raised()).toContain('negative share');
  expect(room.raised()).toContain('negative over');
  expect(isCalming(room.state)).toBe(true);

  room.chat(660, 900, 1, plain);
  expect(isCalming(room.state)).toBe(false);
});

test('a person keeps the calming replies on, or off', () => {
  const room = createDayRoom();
  room.tell(1, { kind: 'calm', hold: 'on' });
  expect(isCalming(room.state)).toBe(true);

  room.tell(2, { kind: 'calm', hold: 'off' });
  expect(isCalming(room.state)).toBe(false);
});

test('complaints are counted by people, not by shouting', () => {
  const room = createDayRoom();
  room.tell(0, { kind: 'watch', watch: { ...defaultWatch, complaints: 3 } });
  for (let i = 0; i < 10; i++) room.say(i, '我要投诉你们', 'one');
  expect(room.raised()).toEqual([]);

  room.say(11, '我要投诉', 'two');
  room.say(12, '我也要投诉', 'three');
  expect(room.raised()).toEqual(['complaints wave']);
});

test('a watched word tips when enough people have said it', () => {
  const room = createDayRoom();
  room.tell(0, { kind: 'watch', watch: { ...defaultWatch, words: [{ text: '过敏', people: 2 }] } });
  room.say(1, '我用了过敏', 'one');
  room.say(2, '又过敏', 'one');
  expect(room.raised()).toEqual([]);

  room.say(3, '同款过敏', 'two');
  expect(room.raised()).toEqual(['word 过敏']);
  expect(room.state.alarms.list[0]!.seqs).toEqual([1, 2, 3]);
});

test('a kind that is off raises nothing', () => {
  const room = createDayRoom();
  const watch = { ...defaultWatch, off: ['word' as const], words: [{ text: '过敏', people: 1 }] };
  room.tell(0, { kind: 'watch', watch });
  room.say(1, '我用了过敏');

  expect(room.raised()).toEqual([]);
});

test('stock tips at each of its levels, not between them, and a page that hides it tells nothing', () => {
  const room = createDayRoom();
  const goods = (second: number, stock?: number) =>
    room.tell(second, {
      kind: 'goods',
      items: [{ id: 'p1', title: '面霜', ...(stock !== undefined && { stock }) }],
      explaining: null,
    });
  goods(1, 500);
  goods(2, 99);
  goods(3, 60);
  goods(4);
  goods(5, 20);
  goods(6, 0);
  expect(room.raised()).toEqual(['stock refill:p1', 'stock urgent:p1', 'stock stop:p1']);

  goods(7, 800);
  expect(room.state.alarms.list.map(({ closed }) => closed?.how)).toEqual(['over', 'over', 'over']);
});

test('the same is not raised again before its cool-down is over', () => {
  const room = createDayRoom();
  const watch = { ...defaultWatch, coolDown: 60, words: [{ text: '过敏', people: 1 }] };
  room.tell(0, { kind: 'watch', watch });
  room.say(1, '过敏');
  room.tell(5, { kind: 'alarm-close', alarm: room.state.alarms.list[0]!.id, how: 'handled', who: '小林' });
  room.say(30, '过敏');
  expect(room.raised()).toHaveLength(1);

  room.say(95, '过敏');
  expect(room.raised()).toHaveLength(2);
});

test('an alarm is closed by somebody, once, and keeps the time it took', () => {
  const room = createDayRoom();
  room.tell(0, { kind: 'watch', watch: { ...defaultWatch, words: [{ text: '过敏', people: 1 }] } });
  room.say(10, '过敏');
  const { id } = room.state.alarms.list[0]!;
  room.tell(40, { kind: 'alarm-close', alarm: id, how: 'handled', who: '小林' });
  room.tell(50, { kind: 'alarm-close', alarm: id, how: 'false', who: '小王' });

  const [alarm] = room.state.alarms.list;
  expect(alarm!.closed).toEqual({ at: room.start + 40_000, how: 'handled', who: '小林' });
  expect(alarm!.takenAt! - alarm!.at).toBe(30_000);
});

test('words that urge to buy are told at night, and let be by day', () => {
  const room = createDayRoom();
  const own = (second: number, text: string) =>
    room.tell(second, {
      kind: 'comment',
      id: `o${second}`,
      idKind: 'feed',
      nick: '主播',
      text,
      source: 'feed',
      anchor: true,
    });
  own(1, '赶紧下单吧');
  expect(room.raised()).toEqual([]);

  own(3 * 3600, '赶紧下单吧');
  expect(room.raised()).toEqual(['minors said']);
});

test.each([
  ['set back by an hour', -3600],
  ['set on by five hours', 5 * 3600],
])('a clock that is %s begins a new course and raises nothing by itself', (_, jump) => {
  const room = createDayRoom();
  room.chat(0, 900, 2, plain);
  room.chat(900 + jump, 1300 + jump, 6, plain);

  expect(room.raised()).toEqual([]);
  expect(room.state.course.buckets.length).toBeLessThan(45);
});

test('totals that vanish or go backwards are no figures to be judged', () => {
  const room = createDayRoom();
  for (let i = 0; i < 120; i++) {
    room.chat(i * 10, i * 10 + 10, 1, plain);
    const likes = i > 100 ? 3 : i * 50;
    if (i < 110) room.tell(i * 10 + 9, { kind: 'metric', name: 'likes', value: likes });
  }

  expect(room.raised().filter((one) => one.includes('likes') && one.includes('up'))).toEqual([]);
});

test.each([
  ['an hour ahead', 3600],
  ['an hour back', -3600],
])('a clock that is set %s is no figure: nothing is raised, and the orders go on', (_, jump) => {
  const { state, tell, raised } = createDayRoom();
  let orders = 0;
  const run = (from: number, to: number) => {
    for (let second = from; second < to; second += 5) {
      orders += 3;
      tell(second, { kind: 'metric', name: 'online', value: 1000 });
      tell(second, { kind: 'metric', name: 'orders', value: orders });
    }
  };
  tell(0, { kind: 'room', phase: 'live' });

  run(0, 3000);
  run(3000 + jump, 6000 + jump);

  expect(raised()).toEqual([]);
  expect(curveOf(state.course, 'orders').values.every((value) => value === null || value >= 0)).toBe(true);
});
