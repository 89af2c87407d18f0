import { expect, test } from 'vitest';
import { cut, oldestOf } from '../../../lib/room/cut.ts';

test('rows are cut to the newest once there are more than twice as many as are kept', () => {
  const rows = Array.from({ length: 20 }, (_, i) => i);
  cut(rows, 10);
  expect(rows).toHaveLength(20);

  rows.push(20);
  cut(rows, 10);
  expect(rows).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
});

test('the oldest keys are those that were put in first and not since', () => {
  const held = new Map([...'abcde'].map((key) => [key, 0]));
  held.delete('a');
  held.set('a', 1);

  expect(oldestOf(held, 2)).toEqual(['b', 'c']);
  expect(oldestOf(new Set(held.keys()), 9)).toEqual(['b', 'c', 'd', 'e', 'a']);
});
