import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clear,
  compileRules,
  emptySettings,
  prepareRules,
  ruleCatalogue,
} from '../../../lib/compliance/index.ts';
import { createFolded, fold, lettersOf } from '../../../lib/compliance/text/fold.ts';
import { buildFoldTable } from '../../../lib/compliance/text/fold-table.ts';
import {
  type CheckContext,
  channels,
  productCategories,
  type RuleSettings,
  type WordList,
} from '../../../lib/compliance/types.ts';

const checker = compileRules();
const table = buildFoldTable();
const normalForm = (text: string): string => lettersOf(fold(text, table, createFolded()));
const host = { channel: 'host' } as const;
const prepared = prepareRules();
const with_ = (settings: Partial<RuleSettings>) =>
  compileRules({ ...emptySettings, ...settings }, Date.now, prepared);

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

const pieces = fc.constantFrom(
  ...'最好第一全网低价治疗糖尿病加微信v❤🥇①zui hao 的，。？！\u200b\n氵台女子100%NO.1绝对',
  '国家级',
  '保证',
  '不能说',
  '𝗡',
  '➕',
  '最低价',
  '刷单',
  '好好学习',
  '学学习',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
);
const terms = fc.array(
  fc.oneof(
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.array(pieces, { minLength: 1, maxLength: 5 }).map((p) => p.join('')),
  ),
  { maxLength: 5 },
);

describe('any text', () => {
  test('is judged without throwing, the same twice, with offsets into it', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(...channels),
        fc.constantFrom(...productCategories),
        (text, channel, category) => {
          const findings = checker.check(text, { channel, category });

          expect(checker.check(text, { channel, category })).toEqual(findings);
          let last = 0;
          for (const finding of findings) {
            expect(finding.start).toBeGreaterThanOrEqual(last);
            expect(finding.end).toBeGreaterThan(finding.start);
            expect(text.slice(finding.start, finding.end)).toBe(finding.text);
            last = finding.start;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is judged the same when a letter after it makes it be read closely', () => {
    const own = with_({ terms: [{ text: '好好学习', severity: 'S2' }] });
    fc.assert(
      fc.property(texts, fc.constantFrom('host', 'viewer_comment'), (text, channel) => {
        const close = own.check(`${text}。x`, { channel });

        expect(own.check(`${text}。`, { channel })).toEqual(
          close.filter(({ end }) => end <= text.length + 1),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('that holds a term of the shop is found, and the slice holds its normal form', () => {
    fc.assert(
      fc.property(texts, terms, texts, (before, words, after) => {
        const own = with_({
          off: { lists: ruleCatalogue.map(({ id }) => id), categories: [], rules: [], terms: [] },
          terms: words.map((text) => ({ text, severity: 'S2' })),
        });
        for (const word of words) {
          const normal = normalForm(word);
          if (!/^[\u4e00-\u9fff]{2,}$/.test(normal)) continue;
          const text = `${before}。${word}。${after}`;
          const findings = own.check(text, host);
          expect(
            findings.some(({ text }) => normalForm(text).includes(normal)),
            `${word} in ${text}`,
          ).toBe(true);
          for (const finding of findings) expect(text.slice(finding.start, finding.end)).toBe(finding.text);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('folding keeps offsets that ascend and cover the letters', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const folded = fold(text, table, createFolded());
      let last = 0;
      for (let at = 0; at < folded.length; at++) {
        expect(folded.starts[at]).toBeGreaterThanOrEqual(last);
        expect(folded.ends[at]).toBeGreaterThanOrEqual(folded.starts[at]!);
        expect(folded.ends[at]).toBeLessThanOrEqual(text.length);
        last = folded.starts[at]!;
      }
    }),
  );
});

test('a text made to be slow is still judged quickly', () => {
  const text = '对治疗最好的'.repeat(2000);
  const begun = performance.now();

  checker.check(text, host);

  expect(performance.now() - begun).toBeLessThan(5000);
});
