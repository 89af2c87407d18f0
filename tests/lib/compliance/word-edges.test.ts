import { expect, test } from 'vitest';
import { compileRules } from '../../../lib/compliance/index.ts';
import { emptySettings, isBlocking } from '../../../lib/compliance/types.ts';

const checker = compileRules();
const blocking = (text: string): string[] =>
  checker
    .check(text, { channel: 'host' })
    .filter(isBlocking)
    .map(({ text }) => text);

test.each(['突破价格极限', '避免考生投机取巧', '新基金将结束首募', '带了女性功能模块', '无房家庭可以申请'])(
  'chance letters across words are no finding: %s',
  (text) => {
    expect(blocking(text)).toEqual([]);
  },
);

test.each([
  ['这个茶抗癌症', '抗癌'],
  ['真的是最好的锅', '最好'],
  ['今天下午开播，我们全网第一', '第一'],
  ['加我徽信号领券', '徽信'],
])('a claim beside or inside a longer word stays: %s', (text, part) => {
  expect(blocking(text).some((found) => found.includes(part))).toBe(true);
});

test('what the shop bans is found inside words too', () => {
  const own = compileRules({ ...emptySettings, terms: [{ text: '破价', severity: 'S2' }] });

  expect(own.check('突破价格', { channel: 'host' }).map(({ text }) => text)).toContain('破价');
});
