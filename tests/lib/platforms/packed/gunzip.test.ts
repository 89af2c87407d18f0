import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, isGzip } from '../../../../lib/platforms/packed/bytes.ts';
import { gunzip } from '../../../../lib/platforms/packed/gunzip.ts';

const packed = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes));
const ceiling = 4_000_000;

test('what was packed comes out as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
      const zipped = packed(bytes);

      expect(isGzip(zipped)).toBe(true);
      expect(await gunzip(zipped, ceiling)).toEqual(new Uint8Array(bytes));
    }),
    { numRuns: 50 },
  );
});

test('a thousandth that unpacks to a whole is given up at the ceiling', async () => {
  const bomb = packed(new Uint8Array(60_000_000));
  expect(bomb.length).toBeLessThan(100_000);

  expect(await gunzip(bomb, ceiling)).toBeNull();
});

test('what is cut off, altered or no gzip at all is nothing', async () => {
  const zipped = packed(new TextEncoder().encode('多少钱'.repeat(200)));
  const altered = zipped.slice();
  altered[20] = (altered[20] ?? 0) ^ 0xff;

  for (const bytes of [
    zipped.slice(0, -9),
    zipped.slice(0, 4),
    altered,
    new Uint8Array(0),
    new Uint8Array(9),
  ])
    expect(await gunzip(bytes, ceiling)).toBeNull();
});

test('base64 becomes bytes, and what is none becomes nothing', () => {
  expect(bytesOf('AAH/')).toEqual(new Uint8Array([0, 1, 255]));
  expect(bytesOf('')).toEqual(new Uint8Array(0));
  expect(bytesOf('多少钱')).toBeNull();
});
