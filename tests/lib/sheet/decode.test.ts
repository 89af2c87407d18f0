import { expect, test } from 'vitest';
import { decodeText } from '../../../lib/sheet/decode.ts';

test.each([
  ['UTF-8', [0xe5, 0xb0, 0xba]],
  ['GBK', [0xb3, 0xdf]],
  ['UTF-16, little end first', [0xff, 0xfe, 0x3a, 0x5c]],
  ['UTF-16, big end first', [0xfe, 0xff, 0x5c, 0x3a]],
])('a file in %s is read', (_, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe('尺');
});
