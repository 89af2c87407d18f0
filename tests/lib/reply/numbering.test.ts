import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNumbering, createStamps } from '../../../lib/reply/numbering.ts';
import { createRuns } from '../../../lib/reply/runs.ts';

const keys = fc.array(fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 2 ** 31 - 1 })), {
  maxLength: 300,
});

test('keys are numbered in the order in which they first come', () => {
  fc.assert(
    fc.property(keys, (asked) => {
      const numbering = createNumbering();
      const told = asked.map(numbering.add);

      const inOrder = [...new Set(asked)];
      expect(told).toEqual(asked.map((key) => inOrder.indexOf(key)));
      expect(numbering.size()).toBe(inOrder.length);
      expect(asked.map(numbering.get)).toEqual(told);
    }),
  );
});

test('many keys outgrow the table, and what never came has no number', () => {
  const numbering = createNumbering();
  for (let key = 1; key <= 50_000; key++) numbering.add(key * 7919);

  expect(numbering.get(7919 * 50_000)).toBe(49_999);
  expect(numbering.get(5)).toBe(-1);
});

test('a number is new once in each turn', () => {
  const isNew = createStamps();

  expect([3, 0, 3].map((number) => isNew(number, 0))).toEqual([true, true, false]);
  expect(isNew(3, 1)).toBe(true);
});

test('runs hold what was written into each, however much that is', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(), { maxLength: 900 }), { maxLength: 12 }), (lists) => {
      const runs = createRuns();
      const numbers = lists.map((list) => {
        for (const number of list) runs.push(number);
        return runs.end();
      });

      const read = numbers.map((run) => {
        const found: number[] = [];
        runs.each(run, (number) => found.push(number));
        return found;
      });
      expect(read).toEqual(lists);
    }),
  );
});
