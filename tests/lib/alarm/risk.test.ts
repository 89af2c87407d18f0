import { expect, test } from 'vitest';
import type { Alarm } from '../../../lib/alarm/alarm.ts';
import { riskOf } from '../../../lib/alarm/risk.ts';

const alarm = (kind: Alarm['kind'], risk: number, closed: Alarm['closed'] = null): Alarm => ({
  id: kind,
  seq: 0,
  kind,
  subject: '',
  at: 0,
  risk,
  text: '',
  grounds: {},
  seqs: [],
  lastAt: 0,
  takenAt: null,
  closed,
});

test('the riskiest open alarm or running plan is the risk of the room', () => {
  expect(riskOf([], [], 0)).toBe(0);
  expect(riskOf([alarm('word', 1), alarm('waiting', 0)], [], 0)).toBe(1);
  expect(riskOf([alarm('word', 1)], [{ risk: 4 }], 0)).toBe(4);
});

test('what is closed counts no more', () => {
  expect(riskOf([alarm('finding', 3, { at: 1, how: 'handled', who: '' })], [], 0)).toBe(0);
});

test('serious things of several kinds are one worse together, up to five', () => {
  expect(riskOf([alarm('stock', 2), alarm('negative', 2)], [], 0)).toBe(3);
  expect(riskOf([alarm('stock', 5), alarm('negative', 5)], [], 0)).toBe(5);
});

test('more than a hundred complaints within the hour are a first level', () => {
  expect(riskOf([], [], 100)).toBe(0);
  expect(riskOf([], [], 101)).toBe(1);
});
