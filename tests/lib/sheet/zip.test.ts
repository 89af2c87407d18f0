import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../../../lib/sheet/zip.ts';

/** As the standard tells it, bit by bit. */
function slowly(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  }
  return ~crc >>> 0;
}

test('the checksum of any bytes is the standard one', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(crc32(bytes)).toBe(slowly(bytes));
      expect(crc32(Uint8Array.of(1, ...bytes, 2), 1, bytes.length + 1)).toBe(slowly(bytes));
    }),
  );
});
