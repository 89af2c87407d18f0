import { expect, test } from 'vitest';
import { alarmsIn } from '../../../lib/alarm/alarm.ts';
import { defaultWatch } from '../../../lib/alarm/watch.ts';
import { momentsOf } from '../../../lib/index/moments.ts';
import { digestOf } from '../../../lib/report/digest-of.ts';
import { mergeDigests } from '../../../lib/report/merge.ts';
import { createDayRoom } from '../room/day-room.ts';

test('an alarm that is closed stretches after it was raised is told once, as it ended, and marked where it began', () => {
  const room = createDayRoom();
  const stretch = (first: number, from: number) => ({
    session: 's',
    first,
    count: room.state.seq - first,
    events: [],
    rows: [],
    turns: [],
    goods: room.state.goods,
    alarms: structuredClone(alarmsIn(room.state.alarms.list, first, room.start + from * 1000)),
  });
  room.tell(0, { kind: 'watch', watch: { ...defaultWatch, words: [{ text: '烂脸', people: 1 }] } });
  room.say(1, '用了烂脸');
  const first = stretch(0, 0);
  for (let i = 2; i < 60; i++) room.say(i, '来了');
  const second = stretch(2, 2);
  const { id } = room.state.alarms.list[0]!;
  room.tell(80, { kind: 'alarm-close', alarm: id, how: 'handled', who: '小林' });
  const third = stretch(60, 80);

  const { alarms } = mergeDigests([first, second, third].map((one) => digestOf(one, null)));
  const marks = [first, second, third].map((one) =>
    momentsOf(one).moments.map(({ seq, what }) => [seq, what]),
  );

  expect(alarms).toEqual(room.state.alarms.list);
  expect(alarms[0]!.closed).toMatchObject({ how: 'handled', who: '小林' });
  expect(marks).toEqual([[[1, 'alarm']], [], []]);
});
