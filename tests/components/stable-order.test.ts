import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stableOrder } from '../../components/room/stable-order.ts';

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 2 }));

test('what stays keeps its place, what is new goes last, what is gone is gone', () => {
  expect(stableOrder(['a', 'b', 'c'], ['d', 'c', 'a'])).toEqual(['a', 'c', 'd']);
});

test('the held order has exactly the open ids', () => {
  fc.assert(
    fc.property(ids, ids, (shown, next) => {
      expect(stableOrder(shown, next).toSorted()).toEqual(next.toSorted());
    }),
  );
});

test('nothing that stays changes places', () => {
  fc.assert(
    fc.property(ids, ids, (shown, next) => {
      const kept = shown.filter((id) => next.includes(id));

      expect(stableOrder(shown, next).slice(0, kept.length)).toEqual(kept);
    }),
  );
});
