import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines, writeLines } from '../../../lib/index/lines.ts';
import { readPatch, writePatch } from '../../../lib/index/patch.ts';

const line = fc.string({ maxLength: 3 }).filter((text) => !text.includes('\n'));

test('a patch on any lines gives the new lines again', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), fc.array(line, { maxLength: 60 }), (before, lines) => {
      expect(readPatch(writePatch(lines, before), before)).toEqual(lines);
    }),
  );
});

test('lines that moved are taken from where they stood', () => {
  const before = Array.from({ length: 400 }, (_, i) => `line ${i}`);

  const patch = writePatch([...before.slice(100), 'new', ...before.slice(0, 50)], before);

  expect(patch).toBe('=100,300\n+new\n=0,50');
});

test('a patch on other lines is refused', () => {
  expect(() => readPatch('=3,5', ['only one'])).toThrow('Not a patch');
  expect(() => readPatch('nonsense', [])).toThrow('Not a patch');
});

const data = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.integer(),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 80, size: 'max' }),
    fc.array(fc.tuple(fc.string(), tie('value')), { maxLength: 60, size: 'max' }).map((all) => new Map(all)),
    fc.array(fc.integer(), { maxLength: 80, size: 'max' }).map((all) => new Set(all)),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('value'), { maxKeys: 5 }).map((all) => ({ ...all })),
  ),
})).value;

test('data of maps, sets and rows is the same after it was written and read', () => {
  fc.assert(
    fc.property(data, (value) => {
      const lines = writeLines(value);

      expect(lines.some((one) => one.includes('\n'))).toBe(false);
      expect(readLines(lines)).toEqual(value);
    }),
    { numRuns: 60 },
  );
});

test('one more in a long row changes few lines', () => {
  const rows = { askers: new Set(Array.from({ length: 5000 }, (_, i) => i * 7)), other: 'x' };
  const before = writeLines(rows);
  rows.askers.delete(700);
  rows.askers.add(700);

  expect(writePatch(writeLines(rows), before).length).toBeLessThan(60);
});
