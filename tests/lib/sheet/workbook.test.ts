import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, createWorkbook, type Sheet } from '../../../lib/sheet/workbook.ts';
import { readXlsx } from '../../../lib/sheet/xlsx.ts';

const sheets: Sheet[] = [
  {
    name: '评论',
    isLarge: true,
    columns: [{ title: '序号', type: 'number' }, { title: '时间', type: 'date' }, { title: '内容' }],
  },
  { name: '数据', columns: [{ title: '值', type: 'number' }] },
];

async function written(rows: Cell[][], others: Cell[][] = [], limit?: number): Promise<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const book = createWorkbook(sheets, async (bytes) => void parts.push(bytes.slice()), limit);
  await book.add(0, rows);
  await book.add(1, others);
  await book.add(0, []);
  await book.end();
  return new Blob(parts).arrayBuffer();
}

async function opened(file: ArrayBuffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file);
  return book;
}

test('a strict reader finds numbers as numbers, dates as dates and texts as texts', async () => {
  const book = await opened(
    await written(
      [
        [0, 46_348.5, '=HYPERLINK("http://x")'],
        [1, null, '1.20'],
      ],
      [[3.5]],
    ),
  );

  const sheet = book.getWorksheet('评论')!;
  expect(sheet.getCell('A2').value).toBe(0);
  expect(sheet.getCell('B2').value).toEqual(new Date('2026-11-22T12:00:00Z'));
  expect(sheet.getCell('C2')).toMatchObject({ value: '=HYPERLINK("http://x")', formula: undefined });
  expect(sheet.getCell('B3').value).toBeNull();
  expect(sheet.getCell('C3').value).toBe('1.20');
  expect(book.getWorksheet('数据')!.getCell('A2').value).toBe(3.5);
});

test('a sheet that is full goes on in a next one, beside the first', async () => {
  const rows = Array.from({ length: 7 }, (_, i) => [i, null, `第${i}`]);

  const book = await opened(await written(rows, [[1]], 4));

  expect(book.worksheets.map(({ name }) => name)).toEqual(['评论', '评论 2', '评论 3', '数据']);
  const texts = book.worksheets.slice(0, 3).map((sheet) => sheet.getColumn(3).values.slice(2));
  expect(texts).toEqual([['第0', '第1', '第2'], ['第3', '第4', '第5'], ['第6']]);
  expect(book.worksheets[2]!.getCell('C1').value).toBe('内容');
});

test('a workbook without rows has its heads', async () => {
  const book = await opened(await written([]));

  expect(book.worksheets.map((sheet) => sheet.getCell('A1').value)).toEqual(['序号', '值']);
});

test('any text comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 20 }),
      async (texts) => {
        const file = await written(texts.map((text, i) => [i, null, text]));

        const rows = await readXlsx(new Uint8Array(file));

        expect(rows?.slice(1).map(({ cells }) => cells[2])).toEqual(texts);
      },
    ),
    { numRuns: 15 },
  );
});
