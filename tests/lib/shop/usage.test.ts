import { expect, test } from 'vitest';
import type { LoggedEvent } from '../../../lib/model.ts';
import { createUsage, foldUsage } from '../../../lib/shop/usage.ts';

const stamp = { at: 1_790_000_000_000, seenAt: 1_790_000_000_000, rules: 'r' };
const shown = (question: string, ...scripts: string[]) => ({
  kind: 'suggestion' as const,
  ...stamp,
  question,
  replies: scripts.map((script) => ({ script, text: script })),
});
const filled = (script: string, more = {}) => ({
  kind: 'fill' as const,
  ...stamp,
  text: '好',
  script,
  ...more,
});

function usageOf(...events: object[]) {
  const usage = createUsage();
  for (const [seq, event] of events.entries()) foldUsage(usage, { ...event, seq } as LoggedEvent);
  return Object.fromEntries(usage.scripts);
}

test('a script is shown once a question, filled as often as it is', () => {
  expect(
    usageOf(shown('q', 'a', 'b'), shown('q', 'b', 'a'), shown('r', 'a'), filled('a'), filled('a')),
  ).toEqual({
    a: { shown: 2, filled: 2, edited: 0 },
    b: { shown: 1, filled: 0, edited: 0 },
  });
});

test('a fill whose words were changed counts as edited', () => {
  expect(usageOf(filled('a', { edited: true }))).toEqual({ a: { shown: 0, filled: 1, edited: 1 } });
});

test('what a model wrote and what a person wrote are no script’s', () => {
  const draft = { ...shown('q'), replies: [{ script: 'draft', text: '好', model: 'x/y' }] };

  expect(usageOf(draft, { ...filled('a'), script: undefined })).toEqual({});
});
