import { expect, test } from 'vitest';
import { emptySettings, type RuleSettings } from '../../../lib/compliance/types.ts';
import { sweptRules } from '../../../lib/lists/sweep.ts';
import type { Session } from '../../../lib/model.ts';

const now = 1_000_000_000;
const session = (id: string, endedAt: number | null): Session => ({
  id,
  platform: 'douyin',
  roomId: id,
  title: '',
  tabId: null,
  startedAt: 0,
  lastAt: 0,
  endedAt,
  isClosed: false,
  events: 0,
  comments: 0,
  rejected: 0,
  streams: {},
  loose: 0,
});

test('what has run out goes; what holds stays', () => {
  const rules: RuleSettings = {
    ...emptySettings,
    terms: [
      { text: '今晚', severity: 'S3', scope: { until: now } },
      { text: '明天', severity: 'S3', scope: { until: now + 1 } },
      { text: '上一场', severity: 'S3', scope: { session: 'over' } },
      { text: '这一场', severity: 'S3', scope: { session: 'running' } },
      { text: '一直', severity: 'S3' },
    ],
    allow: [{ text: '删掉的那场', scope: { session: 'gone' } }],
    quiet: [{ rule: 'A1-most', scope: { until: now - 1 } }],
  };

  const swept = sweptRules(rules, [session('over', 0), session('running', null)], now);

  expect(swept.terms.map(({ text }) => text)).toEqual(['明天', '这一场', '一直']);
  expect([swept.allow, swept.quiet]).toEqual([[], []]);
});

test('rules in which nothing has run out stay the same object', () => {
  const rules: RuleSettings = { ...emptySettings, quiet: [{ rule: 'A1', scope: { platform: 'douyin' } }] };

  expect(sweptRules(rules, [], now)).toBe(rules);
});
