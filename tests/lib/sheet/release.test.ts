import { expect, it } from 'vitest';
import { release } from '../../../lib/sheet/release.ts';

it('takes the memory of bytes away, and of every view of them', () => {
  const bytes = new Uint8Array(1000);
  const part = bytes.subarray(10, 20);

  release(part);

  expect(bytes.buffer.byteLength).toBe(0);
  expect(bytes.length).toBe(0);
});

it('takes no harm from bytes that are gone already', () => {
  const bytes = new Uint8Array(1000);
  release(bytes);

  expect(() => release(bytes)).not.toThrow();
});

it('leaves memory alone that another thread may share', () => {
  const bytes = new Uint8Array(new SharedArrayBuffer(8));

  release(bytes);

  expect(bytes.length).toBe(8);
});
