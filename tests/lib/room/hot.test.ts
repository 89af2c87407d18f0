import { expect, test } from 'vitest';
import { createHot, hearWords, hotWords } from '../../../lib/room/hot.ts';
import { createDayRoom } from './day-room.ts';

const start = 1_790_000_000_000;

test('the words of the last five minutes, most said first; those before are known no more', () => {
  const hot = createHot();
  for (let i = 0; i < 5; i++) hearWords(hot, ['尺码'], start + i * 1000);
  for (let i = 0; i < 3; i++) hearWords(hot, ['发货', '尺码'], start + 400_000);

  expect(hotWords(hot, start + 400_000).map(({ word, count }) => [word, count])).toEqual([
    ['发货', 3],
    ['尺码', 3],
  ]);
  expect(hotWords(hot, start + 1_200_000)).toEqual([]);
});

test('a word rises when it is said far more than just before', () => {
  const hot = createHot();
  for (let i = 0; i < 6; i++) hearWords(hot, ['尺码'], start + i * 1000);
  for (let i = 0; i < 8; i++) hearWords(hot, ['发货'], start + 310_000);
  for (let i = 0; i < 6; i++) hearWords(hot, ['尺码'], start + 311_000);

  const rising = hotWords(hot, start + 311_000).filter(({ isRising }) => isRising);
  expect(rising.map(({ word }) => word)).toEqual(['发货']);
});

test('a flood of made-up words and a clock set back fill no memory', () => {
  const hot = createHot();
  for (let i = 0; i < 5000; i++) hearWords(hot, [`词${i}`], start);
  expect(hot.slots[0]!.counts.size).toBe(2000);

  hearWords(hot, ['尺码'], start - 3_600_000);
  expect(hot.slots).toHaveLength(1);
});

test('names of products on sale are words, though no lexicon knows them; stop words are none', () => {
  const room = createDayRoom();
  room.tell(0, { kind: 'goods', items: [{ id: 'p', title: '茸雪露' }], explaining: null });
  for (let i = 0; i < 3; i++) room.say(i + 1, '那个茸雪露我想要');

  const words = hotWords(room.state.hot, room.start + 5000).map(({ word }) => word);
  expect(words.some((word) => word === '茸雪露')).toBe(true);
  expect(words).not.toContain('那个');
});
