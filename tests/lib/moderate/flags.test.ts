import { expect, test } from 'vitest';
import { compileRules } from '../../../lib/compliance/index.ts';
import { flagsOf } from '../../../lib/moderate/flags.ts';
import { findLeaks } from '../../../lib/moderate/leaks.ts';
import { readComment } from '../../../lib/reply/read.ts';

const checker = compileRules();
const flags = (text: string, isChorus = false) =>
  flagsOf({
    reading: readComment(text),
    findings: checker.check(text, { channel: 'viewer_comment' }),
    leaks: findLeaks(text),
    isChorus,
  });
const kinds = (text: string) => flags(text).map(({ kind }) => kind);

test.each([
  ['加我微信领优惠', 'diversion'],
  ['好评返现找我', 'fraud'],
  ['傻逼主播', 'abuse'],
  ['有没有电子烟卖', 'goods'],
])('%s is marked as %s', (text, kind) => {
  expect(kinds(text)).toContain(kind);
});

test.each(['多少钱', '1号链接有货吗', '孕妇能用吗', '很好用，已经回购了'])('%s needs no look', (text) => {
  expect(kinds(text)).toEqual([]);
});

test('what was given away is named by its kind', () => {
  expect(flags('打我电话13800138000')).toContainEqual({ kind: 'leak', basis: [], leaks: ['phone'] });
});

test('a reason rests on its article, told once', () => {
  const [flag] = flags('加我微信加我微信领优惠');

  expect(flag?.kind).toBe('diversion');
  expect(flag?.basis).toHaveLength(1);
});

test('praise that several accounts said alike is marked', () => {
  expect(flags('用了三天皮肤真的变好了', true).map(({ kind }) => kind)).toEqual(['chorus']);
});
