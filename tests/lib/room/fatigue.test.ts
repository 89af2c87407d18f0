import { expect, test } from 'vitest';
import { fatigueOf } from '../../../lib/room/fatigue.ts';
import type { RoomState } from '../../../lib/room/state.ts';

const now = 1_790_000_000_000;
const fill = (text: string, ago: number): RoomState['acts'][number] => ({
  kind: 'fill',
  at: now - ago,
  seenAt: now - ago,
  text,
  rules: 'r',
  seq: 0,
});
const words = '今天下单四十八小时内发货';
const tired = (fills: [string, number][], said: [string, number][] = []) =>
  fatigueOf(
    words,
    {
      acts: fills.map(([text, ago]) => fill(text, ago)),
      said: said.map(([text, ago], seq) => ({ seq, text, at: now - ago })),
    },
    now,
  );

test('fresh words are no burden', () => {
  expect(tired([])).toBeNull();
  expect(tired([['尺码表在三号链接', 1000]])).toBeNull();
  expect(tired([[words, 40_000]])).toBeNull();
});

test('the same words twice in half a minute are told', () => {
  expect(tired([[`${words}！`, 20_000]])).toEqual({ kind: 'again' });
});

test('the same words for the fourth time in ten minutes are told, filled and heard counted once', () => {
  const times: [string, number][] = [40, 120, 400].map((seconds) => [words, seconds * 1000]);

  expect(tired(times, times)).toEqual({ kind: 'repeated', count: 3, minutes: 10 });
  expect(tired(times.slice(1), times.slice(1))).toBeNull();
  expect(tired([...times.slice(1), [words, 700_000]])).toBeNull();
});

test('many replies within a minute are told, whatever they say', () => {
  const many = Array.from({ length: 10 }, (_, i): [string, number] => [
    `第${'一二三四五六七八九十'[i]}位稍等`,
    31_000 + i,
  ]);

  expect(tired(many)).toEqual({ kind: 'fast', count: 10 });
  expect(tired(many.slice(1))).toBeNull();
});
