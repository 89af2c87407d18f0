import { expect, test } from 'vitest';
import { starterScripts } from '../../../lib/reply/starter.ts';
import { starterIn, tradeOf, trades } from '../../../lib/shop/starter-set.ts';

test('every trade has replies of its own, and none is named for two', () => {
  const count = new Map(trades.map((trade) => [trade, 0]));
  for (const { id } of starterScripts) count.set(tradeOf(id), count.get(tradeOf(id))! + 1);

  // 33 + 17 + 17 + 17 ids are named, each once and each of a script
  expect(Object.fromEntries(count)).toMatchObject({ clothing: 33, beauty: 17, food: 17, home: 17 });
});

test('a trade that is switched off leaves the others', () => {
  const left = starterIn({ isOn: true, off: ['food'] });

  expect(left).toHaveLength(starterScripts.length - 17);
  expect(left.some(({ id }) => tradeOf(id) === 'food')).toBe(false);
  expect(starterIn({ isOn: false, off: [] })).toEqual([]);
});
