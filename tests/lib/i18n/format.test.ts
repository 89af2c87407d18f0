import { expect, test } from 'vitest';
import { formatLength, formatSeconds, formatShare } from '../../../lib/i18n/format.ts';

test('a length has hours only when there are some', () => {
  expect([31_000, 3_723_000, -5].map(formatLength)).toEqual(['00:31', '1:02:03', '00:00']);
});

test('seconds lose their decimal when it stops to matter', () => {
  expect([4240, 31_400].map(formatSeconds)).toEqual(['4.2s', '31s']);
});

test('a share is whole only when it is', () => {
  expect([0.914, 0.999, 1].map(formatShare)).toEqual(['91%', '99%', '100%']);
});
