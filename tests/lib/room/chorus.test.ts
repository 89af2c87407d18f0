import { expect, test } from 'vitest';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import type { RoomState } from '../../../lib/room/state.ts';

const start = 1_795_340_000_000;

function say(state: RoomState, nick: string, text: string, at = start + state.seq * 1000): void {
  const seq = state.seq;
  fold(state, {
    kind: 'comment',
    seq,
    at,
    seenAt: at,
    id: `c${seq}`,
    idKind: 'feed',
    nick,
    text,
    source: 'feed',
  });
}

test('near-same praise from three accounts is a chorus, with its accounts and times', () => {
  const state = createRoomState();

  say(state, '小雨', '这个面霜我用了一个月皮肤真的变好了');
  say(state, '阿梅', '刚到的，还没拆');
  say(state, '豆豆', '这个面霜我用了一个月皮肤真的变好了！！');
  expect(state.choruses).toEqual([]);
  say(state, '木子', '这个面霜我用了一个月，皮肤真的是变好了');
  say(state, '可可', '这个面霜我用了一个月皮肤真的变好了呢');

  expect(state.choruses).toMatchObject([
    { text: '这个面霜我用了一个月皮肤真的变好了', from: start, to: start + 4000 },
  ]);
  expect([...state.choruses[0]!.users]).toEqual(['小雨', '豆豆', '木子', '可可']);
});

test('one person repeating, short praise, questions and old praise make no chorus', () => {
  const state = createRoomState();
  const long = '回购三次了，味道特别好家里人都爱吃';

  for (let n = 0; n < 5; n++) say(state, '小雨', long);
  for (const nick of ['甲', '乙', '丙', '丁']) say(state, nick, '好好看啊');
  for (const nick of ['甲', '乙', '丙', '丁']) say(state, nick, '这个面霜敏感肌可以用吗有没有酒精');
  say(state, '乙', long, start + 3600_000);
  say(state, '丙', long, start + 7200_000);

  expect(state.choruses).toEqual([]);
});
