import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from '../../../lib/capture/align.ts';
import { createSequence } from '../../../lib/capture/sequence.ts';

/** Feeds windows of a list to a sequence and collects what it calls new. */
function follow(windows: string[][]): string[] {
  const sequence = createSequence();
  return windows.flatMap((keys) => sequence.advance(keys).map((place) => keys[place]!));
}

test('rows that come back when the list is scrolled are not new', () => {
  expect(
    follow([
      ['a', 'b', 'c'],
      ['c', 'd', 'e'],
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]),
  ).toEqual([...'abcdef']);
});

test('a list that is drawn anew brings only its last rows', () => {
  expect(follow([['a', 'b', 'c', 'd'], [], ['b', 'c', 'd', 'e']])).toEqual([...'abcde']);
});

test('a filter on and off brings nothing', () => {
  expect(follow([[...'abcdef'], ['a', 'c', 'f'], [...'abcdef'], [...'abcdefg']])).toEqual([...'abcdefg']);
});

test('the same sentence said again is new', () => {
  expect(
    follow([
      ['a', '1', 'b'],
      ['a', '1', 'b', '1'],
      ['1', 'b', '1', '1'],
    ]),
  ).toEqual(['a', '1', 'b', '1', '1']);
});

test('a common sentence among strangers is not taken for the same place', () => {
  expect(
    follow([
      ['a', 'b', '1'],
      ['x', 'y', 'z', '1'],
    ]),
  ).toEqual(['a', 'b', '1', 'x', 'y', 'z', '1']);
});

test('a late row that is sorted in is new, older history is not', () => {
  expect(
    follow([
      ['c', 'd', 'f'],
      ['c', 'd', 'e', 'f'],
      ['b', 'c', 'd'],
    ]),
  ).toEqual(['c', 'd', 'f', 'e']);
});

test('rows are found once each, in order', () => {
  const key = fc.constantFrom(...'abcd');
  fc.assert(
    fc.property(fc.array(key, { maxLength: 12 }), fc.array(key, { maxLength: 30 }), (keys, known) => {
      const places = align(keys, known);

      const found = places.filter((place) => place >= 0);
      expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
      for (const [i, place] of places.entries()) if (place >= 0) expect(known[place]).toBe(keys[i]);
      expect(found.length).toBe(longestCommon(keys, known));
    }),
  );
});

function longestCommon(a: string[], b: string[]): number {
  const row = new Array<number>(b.length + 1).fill(0);
  for (const key of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j]!;
      row[j] = key === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]!);
      diagonal = above;
    }
  }
  return row[b.length]!;
}

test('however a window moves over a growing list, each row is new once', () => {
  const step = fc.record({ grow: fc.nat(4), back: fc.nat(30), height: fc.integer({ min: 6, max: 12 }) });
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 3, max: 9 }),
      (steps, every) => {
        const list: string[] = [];
        const windows: string[][] = [];
        const look = (end: number, height: number) =>
          windows.push(list.slice(Math.max(0, end - height), end));
        for (const { grow, back, height } of steps) {
          // now and then somebody repeats himself
          for (let n = 0; n < grow; n += 1) list.push(list.length % every === 0 ? '1' : `row ${list.length}`);
          look(list.length, height);
          look(Math.max(0, list.length - back), height);
          look(list.length, height);
        }

        expect(follow(windows)).toEqual(list);
      },
    ),
  );
});

test('rows that the log has are not new, whether they come before it or after', () => {
  const before = createSequence();
  before.advance(['b', 'c', 'd', 'e']);
  const met = before.recall(['a', 'b', 'c', 'd']);
  const after = createSequence();
  after.recall(['a', 'b', 'c', 'd']);

  expect(met).toEqual(['b', 'c', 'd']);
  expect(after.advance(['b', 'c', 'd', 'e'])).toEqual([3]);
  expect(after.advance(['a', 'b', 'c', 'd', 'e', 'b'])).toEqual([5]);
});

test('a row that stands elsewhere in the log is met, and stays so', () => {
  const sequence = createSequence();
  sequence.recall(['a', 'b', 'c', 'd', 'e']);

  expect(sequence.advance(['a', 'b', 'd', 'e', 'c', 'x'])).toEqual([5]);
  expect(sequence.advance(['b', 'd', 'e', 'c', 'x', 'y'])).toEqual([5]);
});

test('a list that has moved on entirely is new, though somebody repeats an old sentence', () => {
  const sequence = createSequence();
  sequence.recall(['a', 'b', 'c', 'd']);

  expect(sequence.advance(['p', 'q', 'r', 'b', 's', 't'])).toEqual([0, 1, 2, 3, 4, 5]);
});

test('after a reload exactly what was said since is new', () => {
  const key = fc.constantFrom(...'abcdefgh');
  fc.assert(
    fc.property(
      fc.array(key, { minLength: 12, maxLength: 40 }),
      fc.array(fc.constantFrom(...'stuvwxyz'), { maxLength: 8 }),
      fc.boolean(),
      (said, since, isListFirst) => {
        const sequence = createSequence();
        const list = [...said.slice(-10), ...since];
        if (isListFirst) sequence.advance(list);
        const met = sequence.recall(said).length;
        const fresh = isListFirst ? list.length - met : sequence.advance(list).length;

        expect(fresh).toBe(since.length);
        expect(sequence.advance([...list, 'new'])).toEqual([list.length]);
      },
    ),
  );
});
