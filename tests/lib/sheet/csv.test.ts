import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bom, csvField, csvLine, isSafeStart, readTable } from '../../../lib/sheet/csv.ts';

const cellsOf = (text: string) => readTable(text).map(({ cells }) => cells);

test('any table that is written is read back the same', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=1', "'=1", "''+x", '"', '\r\n', '\uFEFF', 'a,b;c\td'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constant('编号'), cell, cell), { minLength: 1, maxLength: 9 }),
      (rows) => {
        expect(cellsOf(bom + rows.map(csvLine).join(''))).toEqual(rows);
      },
    ),
  );
});

test('what stands within quotes does not tell what parts the cells', () => {
  const rows = [
    ['编号', '\t\t', ';;\r\n;;'],
    ['1', '2', '3'],
  ];

  expect(cellsOf(rows.map(csvLine).join(''))).toEqual(rows);
});

test('cells pasted from a spreadsheet are told apart by tabs', () => {
  expect(cellsOf('尺码\t"问：多大\n码"\n价格\t59,9')).toEqual([
    ['尺码', '问：多大\n码'],
    ['价格', '59,9'],
  ]);
});

test('a row knows its line, and empty rows are none', () => {
  expect(readTable('a,b\r\n\r\n,\r\n"c\nd",e\r\nf,g').map(({ line }) => line)).toEqual([1, 4, 6]);
});

test('a quote that is never closed loses nothing', () => {
  expect(cellsOf('a,"b\nc,d')).toEqual([['a', 'b\nc,d']]);
});

test('no character that may begin a formula is told to be safe by its bytes', () => {
  const encoder = new TextEncoder();
  for (let point = 1; point < 0x110000; point++) {
    if (point >= 0xd800 && point < 0xe000) continue;
    const text = `${String.fromCodePoint(point)}=1`;
    const [first, second] = encoder.encode(text);
    if (isSafeStart(first!, second!) && csvField(text) !== `"${text}"`) expect.fail(text);
  }
  expect(isSafeStart(...(encoder.encode('几') as unknown as [number, number]))).toBe(true);
});
