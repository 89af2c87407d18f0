import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnOf, isPlain, type Plain, putRow, rowText, sizeOfRow } from '../../../lib/sheet/row.ts';
import { hardWords } from '../../fixtures/told-events.ts';

const encoder = new TextEncoder();
const plain = (text: string): Plain => {
  const bytes = encoder.encode(`<${text}<`);
  return { bytes, from: 1, to: bytes.length - 1 };
};
const isPlainText = (text: string): boolean => {
  const { bytes, from, to } = plain(text);
  return isPlain(bytes, from, to);
};
const columns = [columnOf(0, ''), columnOf(27, ' s="1"'), columnOf(2, '')];

test('a row of plain texts is what it is of texts', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.oneof(hardWords, fc.constantFrom('', '几天能到', 'a b', '㊙️问', 'é。～')).filter(isPlainText),
    fc.integer({ min: -10, max: 2_000_000 }),
    fc.double({ min: 0, max: 1e22, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_048_576 }), fc.array(cell, { maxLength: 3 }), (row, cells) => {
      const raw = cells.map((one) => (typeof one === 'string' ? plain(one) : one));
      const filling = { bytes: new Uint8Array(sizeOfRow(raw)), at: 0 };

      putRow(filling, row, raw, columns);

      expect(new TextDecoder().decode(filling.bytes.subarray(0, filling.at))).toBe(
        rowText(row, cells, columns),
      );
    }),
    { numRuns: 500 },
  );
});

test('no character that XML wants written otherwise passes as plain, wherever it stands', () => {
  const asItIs = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;
  const untold: string[] = [];
  // beyond the first plane few characters are special, in long runs
  for (let point = 0; point < 0x110000; point += point < 0x10000 ? 1 : 97) {
    if (point >= 0xd800 && point < 0xe000) continue;
    const character = String.fromCodePoint(point);
    for (const text of [character, `${character}a`, `a ${character}`, `a${character}${character}b`])
      if (isPlainText(text) && rowText(1, [text], columns) !== asItIs(text)) untold.push(text);
  }
  expect(untold).toEqual([]);
  expect(['几天能到', 'a b', '到手价 99，包邮吗？', '😂～', 'é'].filter(isPlainText)).toHaveLength(5);
});
