import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readXlsx, writeXlsx } from '../../../lib/sheet/xlsx.ts';

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const cellsOf = async (bytes: Uint8Array<ArrayBuffer>) => (await readXlsx(bytes))?.map(({ cells }) => cells);

test('any sheet that is written is read back the same', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('_x0041_', '_x005F_', '<&"\'>', ' a ', '甲\n乙', '=1+1', '\ud800'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constant('编号'), cell, fc.constant('末')), { minLength: 1, maxLength: 5 }),
      async (rows) => {
        expect(await cellsOf(await bytesOf(writeXlsx(rows)))).toEqual(rows);
      },
    ),
  );
});

/** A workbook as Excel writes it: packed, with shared strings, rich text and sparse cells. */
function excel(parts: Record<string, string>): Uint8Array<ArrayBuffer> {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(content));
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(Buffer.byteLength(content), 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(offset, 16);
  return Uint8Array.from(Buffer.concat([...local, ...central, end]));
}
const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="2"/><row r="7"><c r="B7"><f>1+1</f><v>2</v></c><c r="C7" t="inlineStr"><is><t>尺&amp;码</t></is></c></row></sheetData></worksheet>`;
const strings =
  '<sst><si><t>话术</t></si><si><r><t>问</t></r><r><rPr/><t xml:space="preserve">法 </t></r><rPh><t>x</t></rPh></si></sst>';

test('a workbook of Excel is read: shared strings, runs, gaps and values of formulas', async () => {
  const book = excel({
    'xl/workbook.xml': '<workbook><sheets><sheet name="话术" r:id="rId9"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId9" Target="worksheets/deep.xml"/></Relationships>',
    'xl/worksheets/deep.xml': sheet,
    'xl/sharedStrings.xml': strings,
  });

  expect(await readXlsx(book)).toEqual([
    { line: 1, cells: ['话术', '', '问法 '] },
    { line: 7, cells: ['', '2', '尺&码'] },
  ]);
});

test('what is no workbook, is cut off or blows up is refused, not thrown', async () => {
  const good = await bytesOf(writeXlsx([['甲']]));
  const bomb = excel({ 'xl/worksheets/sheet1.xml': '0'.repeat(60_000_000) });

  expect(await readXlsx(good.slice(0, -9))).toBeNull();
  expect(await readXlsx(new Uint8Array([0x50, 0x4b, 3, 4]))).toBeNull();
  expect(await readXlsx(excel({ 'other.xml': '<a/>' }))).toBeNull();
  expect(await readXlsx(bomb)).toBeNull();
});

test('spoiled bytes never throw', async () => {
  const good = await bytesOf(writeXlsx([['甲', '乙']]));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 5 }),
      async (changes) => {
        const spoiled = good.slice();
        for (const [at, byte] of changes) spoiled[at] = byte;

        const rows = await readXlsx(spoiled);

        expect(rows === null || Array.isArray(rows)).toBe(true);
      },
    ),
  );
});
