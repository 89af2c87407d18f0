import { expect, test } from 'vitest';
import { summaryOf } from '../../../lib/voice/summary.ts';

test('counts letters by the time of speaking, and leaves out what was not understood', () => {
  const spoken = { kind: 'spoken' as const, findings: [], rules: '', ms: 1 };
  const sum = summaryOf([
    { ...spoken, from: 0, to: 30_000, text: '大家好，欢迎来。' },
    { kind: 'unheard', from: 30_000, to: 40_000, why: 'nonsense' },
    { ...spoken, from: 90_000, to: 120_000, text: '三号链接' },
  ]);

  expect(sum).toEqual({ sentences: 2, letters: 10, perMinute: 10, risky: 0 });
});

test('knows no speed where nothing was said', () => {
  expect(summaryOf([])).toEqual({ sentences: 0, letters: 0, perMinute: 0, risky: 0 });
});
