import { expect, test } from 'vitest';
import { writeWav } from '../../../lib/voice/wav.ts';

test('writes a head that players read, and clips what is too loud', () => {
  const bytes = writeWav(Float32Array.of(0, 1, -1, 3), 16_000);
  const view = new DataView(bytes.buffer);
  const word = (at: number) => new TextDecoder().decode(bytes.slice(at, at + 4));

  expect([word(0), word(8), word(12), word(36)]).toEqual(['RIFF', 'WAVE', 'fmt ', 'data']);
  expect(view.getUint32(4, true)).toBe(bytes.length - 8);
  expect(view.getUint32(24, true)).toBe(16_000);
  expect([0, 1, 2, 3].map((i) => view.getInt16(44 + 2 * i, true))).toEqual([0, 32767, -32767, 32767]);
});
