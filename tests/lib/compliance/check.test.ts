import { describe, expect, test } from 'vitest';
import { clear, compileRules, ruleCatalogue } from '../../../lib/compliance/index.ts';

const checker = compileRules();
const host = { channel: 'host' } as const;

describe('a finding', () => {
  test('says where, what, which rule, article and rewrites', () => {
    const [finding] = checker.check('家人们今天全网最低价给到大家', host);

    expect(finding).toMatchObject({
      start: 5,
      end: 10,
      text: '全网最低价',
      canonical: '全网最低价',
      category: 'P1',
      severity: 'S3',
      evasion: false,
      exemption: null,
    });
    expect(finding!.basis).toContain('价格欺诈');
    expect(finding!.rewrites.length).toBeGreaterThan(0);
  });

  test.each([
    ['蕞好用的面膜', '最好用'],
    ['zui好用的面膜', '最好用'],
    ['最·好·用的面膜', '最好用'],
    ['最\u200b好用', '最好用'],
    ['全網最低價', '全网最低价'],
    ['销量第①', '销量第一'],
    ['𝗡𝗢.①品牌', '第一品牌'],
    ['氵台疗糖尿病', '治疗糖尿病'],
    ['加薇❤', '加微信'],
  ])('sees through %s and underlines the original', (text, canonical) => {
    const [finding] = checker.check(text, host);

    expect(finding!.canonical).toContain(canonical.slice(0, 2));
    expect(finding!.evasion).toBe(true);
    expect(text.slice(finding!.start, finding!.end)).toBe(finding!.text);
  });

  test('is exempted in its clause, with the code and the reason', () => {
    const negated = checker.check('我们不敢说是全网最低价', host);
    const own = checker.check('我们家这几款里面这件最厚实', host);

    expect(negated.map(({ severity, exemption }) => [severity, exemption])).toEqual([['S0', 'X-NEG']]);
    expect(own.map(({ severity, exemption }) => [severity, exemption])).toEqual([['S0', 'X-SELF']]);
    expect(own[0]?.reason).toBe('只与自家其他商品比较');
  });

  test('depends on the channel', () => {
    const text = '这个真的最好用';

    expect(checker.check(text, { channel: 'viewer_comment' })).toEqual([]);
    expect(checker.check(text, { channel: 'internal' })).toEqual([]);
    expect(checker.check(text, { channel: 'dm' })[0]!.severity).toBe('S2');
    expect(checker.check(text, { channel: 'title' })[0]!.severity).toBe('S3');
  });

  test('depends on the platform: its own name is no diversion', () => {
    const away = (platform?: 'douyin' | 'taobao') =>
      checker
        .check('大家去抖音搜我们旗舰店', { ...host, ...(platform && { platform }) })
        .some(({ category }) => category === 'T1');

    expect(away()).toBe(true);
    expect(away('taobao')).toBe(true);
    expect(away('douyin')).toBe(false);
  });

  test('depends on what is sold', () => {
    const text = '可以增强免疫力';

    expect(checker.check(text, { ...host, category: 'food' })[0]!.severity).toBe('S3');
    expect(checker.check(text, { ...host, category: 'health_food' })[0]!.severity).toBe('S1');
  });
});

describe('clear', () => {
  test('lets only text without a blocking finding through', () => {
    expect(clear('今天直播间到手价九十九', checker, host).ok).toBe(true);
    expect(clear('今天全网最低价', checker, host).ok).toBe(false);
  });
});

test('the catalogue names every list, category and rule with its basis', () => {
  const rules = ruleCatalogue.flatMap(({ categories }) => categories.flatMap(({ rules }) => rules));

  expect(ruleCatalogue.every(({ categories }) => categories.length > 0)).toBe(true);
  for (const rule of rules) expect(rule.basis, rule.id).toBeTruthy();
});
