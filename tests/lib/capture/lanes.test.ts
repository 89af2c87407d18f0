import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMerge } from '../../../lib/capture/merge.ts';
import { createSeen } from '../../../lib/capture/seen.ts';
import type { Said } from '../../../lib/platforms/platform.ts';

const now = 1_795_340_000_000;
const merge = () => createMerge({ startedAt: now, isPolled: false, seen: createSeen() });
const said = (by: string, id?: string, text = '多少钱', nick = '小王'): Said => ({
  by,
  nick,
  text,
  ...(id && { id }),
});

test('a comment of two feeds is one, whichever has an id', () => {
  const room = merge();

  const first = room.feed([said('310')], now, false);
  const second = room.feed([said('829', 'live_1')], now + 800, false);
  const other = room.feed([said('829', 'live_2', '包邮吗'), said('310', '77', '包邮吗')], now + 900, false);

  expect([first.length, second.length, other.length]).toEqual([1, 0, 1]);
  expect(room.counts()).toMatchObject({ feed: 2, duplicate: 2 });
});

test('what is said twice in one feed was said twice, in the other feed as well', () => {
  const room = merge();

  const first = room.feed([said('829', 'a'), said('829', 'b')], now, false);
  const second = room.feed([said('310'), said('310'), said('310')], now + 1000, false);

  expect([first.length, second.length]).toEqual([2, 1]);
});

test('a feed that shares its ids with the other leaves none behind for a later sentence', () => {
  const room = merge();

  room.feed([said('829', 'a')], now, false);
  room.feed([said('310', 'a')], now + 100, false);

  expect(room.feed([said('310', 'b')], now + 5000, false)).toHaveLength(1);
});

test('what one feed brings again still waits for the other', () => {
  const room = merge();

  room.feed([said('829', 'live_1')], now, false);
  room.feed([said('829', 'live_1')], now + 1000, false);

  expect(room.feed([said('310', '1')], now + 1100, false)).toEqual([]);
});

test('after a reload what is stored under one feed’s id is not told under the other’s', () => {
  const room = merge();
  room.seed(['live_1']);

  room.feed([said('829', 'live_1')], now, true);

  expect(room.feed([said('310', '1')], now + 100, false)).toEqual([]);
});

test('who says the same again a little later is told from a twin by the feeds’ own clocks', () => {
  const room = merge();

  room.feed([{ ...said('310', '1'), at: now - 6000 }], now, false);

  expect(room.feed([{ ...said('829', 'live_2'), at: now - 1000 }], now, false)).toHaveLength(1);
  expect(room.feed([{ ...said('829', 'live_1'), at: now - 5500 }], now, false)).toEqual([]);
});

test('the same sentence much later is another', () => {
  const room = merge();

  room.feed([said('829', 'a')], now, false);

  expect(room.feed([said('310')], now + 20_000, false)).toHaveLength(1);
});

test('however two feeds are woven, each comment is told once', () => {
  const speakers = fc.array(fc.tuple(fc.constantFrom('小王', '小李'), fc.constantFrom('1', '多少钱')), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(speakers, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (comments, turns) => {
      const room = merge();
      const lanes = [
        comments.map(([nick, text]) => said('310', undefined, text, nick)),
        comments.map(([nick, text], i) => said('829', `live_${i}`, text, nick)),
      ] as const;
      let told = 0;
      for (const turn of turns) {
        const one = lanes[turn ? 1 : 0].shift() ?? lanes[turn ? 0 : 1].shift();
        if (one) told += room.feed([one], now, false).length;
      }

      expect(told).toBe(comments.length);
    }),
  );
});
