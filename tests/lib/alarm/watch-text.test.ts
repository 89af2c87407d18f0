import { expect, test } from 'vitest';
import { isQuiet } from '../../../lib/alarm/watch.ts';
import { readQuiet, readWords, writeQuiet, writeWords } from '../../../lib/alarm/watch-text.ts';

test('words are read a line each, with their people, and each once', () => {
  expect(readWords('过敏 2\n\n退 款 5\n12315\n过敏 9')).toEqual({
    ok: true,
    words: [
      { text: '过敏', people: 2 },
      { text: '退 款', people: 5 },
      { text: '12315', people: 3 },
    ],
  });
});

test('lines that cannot be read are named, and nothing is taken', () => {
  expect(readWords(`好\n${'长'.repeat(41)}\n过敏 0`)).toEqual({ ok: false, lines: [2, 3] });
});

test('more words than are watched are refused', () => {
  const many = Array.from({ length: 201 }, (_, i) => `词${i}`).join('\n');

  expect(readWords(many).ok).toBe(false);
});

test('what is written is read as the same', () => {
  const words = [{ text: '假货', people: 4 }];

  expect(readWords(writeWords(words))).toEqual({ ok: true, words });
  expect(readQuiet(writeQuiet({ from: 1380, to: 450 }))).toEqual({ from: 1380, to: 450 });
});

test.each([
  ['23:00-07:30', { from: 1380, to: 450 }],
  ['', null],
  ['9：05 到 10：00', { from: 545, to: 600 }],
  ['24:00-07:00', undefined],
  ['晚上', undefined],
])('“%s” as quiet hours', (text, quiet) => {
  expect(readQuiet(text)).toEqual(quiet);
});

test('quiet hours may go across midnight', () => {
  const night = { quiet: { from: 1380, to: 450 } };

  expect([1379, 1380, 0, 449, 450].map((minute) => isQuiet(night, minute))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});
