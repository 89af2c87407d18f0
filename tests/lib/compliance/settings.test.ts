import { describe, expect, test } from 'vitest';
import { compileRules, emptySettings, prepareRules } from '../../../lib/compliance/index.ts';
import type { CheckContext, RuleSettings, WordList } from '../../../lib/compliance/types.ts';

const checker = compileRules();
const host = { channel: 'host' } as const;
const prepared = prepareRules();
const with_ = (settings: Partial<RuleSettings>) =>
  compileRules({ ...emptySettings, ...settings }, Date.now, prepared);

describe('settings', () => {
  test('switch lists, categories and rules off', () => {
    const text = '全网最低价';

    expect(
      with_({ off: { lists: ['price', 'absolute'], categories: [], rules: [], terms: [] } }).check(
        text,
        host,
      ),
    ).toEqual([]);
    expect(
      with_({ off: { lists: [], categories: ['P1', 'A1'], rules: [], terms: [] } }).check(text, host),
    ).toEqual([]);
    const off = { lists: [], categories: [], rules: ['P1-lowest'], terms: [] };
    expect(
      with_({ off })
        .check(text, host)
        .map(({ rule }) => rule),
    ).not.toContain('P1-lowest');
  });

  test('bring terms of the shop, found in other spellings too', () => {
    const own = with_({ terms: [{ text: '星空蓝', severity: 'S2' }] });

    expect(own.check('这个星空蓝没有货', host)[0]).toMatchObject({
      text: '星空蓝',
      rule: 'own:星空蓝',
      severity: 'S2',
    });
    expect(own.check('这个星·空·蓝没有货', { channel: 'viewer_comment' })[0]).toMatchObject({
      canonical: '星空蓝',
    });
  });

  test('bring phrases that silence what is inside them', () => {
    expect(with_({ allow: [{ text: '最好吃的番茄' }] }).check('品牌名叫最好吃的番茄', host)).toEqual([]);
    expect(with_({ allow: [{ text: '最好吃的番茄' }] }).check('最好吃的橙子', host)).not.toEqual([]);
  });

  test('hold for a platform, a product category or a room where they say so', () => {
    const own = with_({
      terms: [
        { text: '星空蓝', severity: 'S2', scope: { platform: 'douyin' } },
        { text: '夜海蓝', severity: 'S2', scope: { room: 'r1' } },
      ],
      allow: [{ text: '最好吃的番茄', scope: { product: 'food' } }],
    });
    const finds = (text: string, context: Partial<CheckContext>) =>
      own.check(text, { ...host, ...context }).length > 0;

    expect(finds('这个星空蓝没有货', { platform: 'douyin' })).toBe(true);
    expect(finds('这个星空蓝没有货', { platform: 'taobao' })).toBe(false);
    expect(finds('这个夜海蓝没有货', { room: 'r1' })).toBe(true);
    expect(finds('这个夜海蓝没有货', {})).toBe(false);
    expect(finds('品牌名叫最好吃的番茄', { category: 'food' })).toBe(false);
    expect(finds('品牌名叫最好吃的番茄', {})).toBe(true);
  });

  test('hold for a session, or until their time is over', () => {
    const own = with_({
      terms: [
        { text: '星空蓝', severity: 'S2', scope: { session: 's1' } },
        { text: '夜海蓝', severity: 'S2', scope: { until: 1000 } },
      ],
    });
    const finds = (text: string, context: Partial<CheckContext>) =>
      own.check(text, { ...host, ...context }).length > 0;

    expect(finds('这个星空蓝没有货', { session: 's1' })).toBe(true);
    expect(finds('这个星空蓝没有货', { session: 's2' })).toBe(false);
    expect(finds('这个夜海蓝没有货', { now: 999 })).toBe(true);
    expect(finds('这个夜海蓝没有货', { now: 1000 })).toBe(false);
  });

  test('come in lists, which say why and go off one by one or together', () => {
    const list: WordList = {
      id: 'shop-1',
      name: '品牌方词单',
      hash: 'h',
      terms: [
        { text: '星空蓝', severity: 'S2', basis: '品牌方要求' },
        { text: '夜海蓝', severity: 'S3' },
      ],
      allow: [{ text: '最好吃的番茄' }],
    };
    const judged = (off: Partial<RuleSettings['off']>) =>
      with_({ lists: [list], off: { ...emptySettings.off, ...off } }).check(
        '星空蓝没有货，夜海蓝也没有，名字叫最好吃的番茄',
        host,
      );

    expect(judged({})).toMatchObject([
      { list: 'shop-1', basis: '品牌方要求', category: 'OWN', text: '星空蓝' },
      { list: 'shop-1', basis: '店铺自定义词', text: '夜海蓝' },
    ]);
    expect(judged({ terms: ['shop-1:星空蓝'] }).map(({ text }) => text)).toEqual(['夜海蓝']);
    expect(judged({ lists: ['shop-1'] }).map(({ list }) => list)).not.toContain('shop-1');
    expect(
      judged({ lists: ['shop-1'] })
        .map(({ text }) => text)
        .join(),
    ).toContain('最好吃');
  });

  test('are banned though our rules call the word innocent', () => {
    const own = with_({ terms: [{ text: '加糖', severity: 'S2' }] });

    expect(own.check('这款不加糖', host).map(({ canonical }) => canonical)).toContain('加糖');
  });

  test('allow one phrase in several places', () => {
    const own = with_({
      allow: [
        { text: '最好吃的番茄', scope: { room: 'r1' } },
        { text: '最好吃的番茄', scope: { room: 'r2' } },
      ],
    });
    const finds = (room: string) => own.check('品牌名叫最好吃的番茄', { ...host, room }).length > 0;

    expect(['r1', 'r2', 'r3'].map(finds)).toEqual([false, false, true]);
  });

  test('silence a built-in rule in one place, and give it another severity', () => {
    const { rule } = checker.check('全网最低价', host)[0]!;
    const quiet = with_({ quiet: [{ rule, scope: { room: 'r1' } }] });
    const lower = with_({ levels: { [rule]: 'S1' } });
    const rules = (room: string) => quiet.check('全网最低价', { ...host, room }).map((one) => one.rule);

    expect(rules('r1')).not.toContain(rule);
    expect(rules('r2')).toContain(rule);
    expect(lower.check('全网最低价', host).find((one) => one.rule === rule)?.severity).toBe('S1');
  });

  test('may bring one term twice, each where it holds', () => {
    const own = with_({
      terms: [
        { text: '星空蓝', severity: 'S1', scope: { platform: 'taobao' } },
        { text: '星空藍', severity: 'S3', scope: { platform: 'douyin' } },
      ],
    });
    const severities = (platform: 'taobao' | 'douyin') =>
      own.check('星空蓝没有货', { ...host, platform }).map(({ severity }) => severity);

    expect(severities('taobao')).toEqual(['S1']);
    expect(severities('douyin')).toEqual(['S3']);
  });

  test('come and go over one preparation, and judge as if it were new', () => {
    const text = '内部福利价，全网最低价，最好吃的番茄';
    const own = {
      terms: [{ text: '内部福利价', severity: 'S2' }],
      allow: [{ text: '最好吃的番茄' }],
    } as const;
    const off = { lists: ['price'], categories: [], rules: [], terms: [] };
    const findings = (settings: Partial<RuleSettings>) => [
      with_(settings).check(text, host),
      compileRules({ ...emptySettings, ...settings }).check(text, host),
    ];

    for (const settings of [own, {}, { off }, { ...own, off }, own]) {
      const [kept, fresh] = findings(settings);
      expect(kept).toEqual(fresh);
      expect(kept!.some(({ rule }) => rule === 'own:内部福利价')).toBe('terms' in settings);
    }
  });

  test('of a list that is switched back and forth make nothing anew', () => {
    const rules = prepareRules();
    const terms = [
      { text: '内部福利价', severity: 'S2' as const },
      { text: '星空蓝', severity: 'S3' as const },
    ];
    const lists = [{ id: 'a', name: '词单', hash: 'a1', terms, allow: [{ text: '最好吃的番茄' }] }];
    const found = (settings: Partial<RuleSettings>) =>
      compileRules({ ...emptySettings, ...settings }, Date.now, rules)
        .check('内部福利价，星空蓝，最好吃的番茄', host)
        .map(({ rule }) => rule);
    const all = found({ lists });
    const { screen, veilable } = rules.kept;
    const words = rules.lexicon.words.length;

    expect(all).toEqual(['own:内部福利价', 'own:星空蓝']);
    expect(found({})).toEqual(['P1-soft', 'A1-most']);
    expect(found({ lists, off: { ...emptySettings.off, terms: ['a:星空蓝'] } })).toEqual(['own:内部福利价']);
    expect(found({ lists })).toEqual(all);
    expect(rules.lexicon.words).toHaveLength(words);
    expect(rules.kept.builtIn.size).toBe(1);
    expect([rules.kept.screen, rules.kept.veilable]).toEqual([screen, veilable]);
  });

  test('change the version', () => {
    expect(with_({ allow: [{ text: '最好' }] }).version).not.toBe(checker.version);
    expect(compileRules().version).toBe(checker.version);
  });
});
