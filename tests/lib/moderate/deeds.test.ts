import { describe, expect, test } from 'vitest';
import { compileRules, inPlace, prepareRules } from '../../../lib/compliance/index.ts';
import { emptySettings, type RuleSettings } from '../../../lib/compliance/types.ts';
import {
  midnightAfter,
  type Place,
  scopeOf,
  withoutRule,
  withPhrase,
  withTerm,
  wordOf,
} from '../../../lib/moderate/deeds.ts';

const here: Place = { platform: 'douyin', room: 'r1', session: 's1' };
const now = Date.UTC(2026, 10, 22, 12, 0, 0);
const prepared = prepareRules();
const at = { place: here, product: 'food' as const, now };
const find = (rules: RuleSettings, text: string, place: Place = here, time = now) =>
  inPlace(
    compileRules(rules, () => time, prepared),
    place,
  ).check(text, { channel: 'public_reply' });

describe('where and how long', () => {
  test('everywhere and always is no scope', () => {
    expect(scopeOf('all', 'always', at)).toBeUndefined();
  });

  test('a room is told with its platform, a session by its id', () => {
    expect(scopeOf('room', 'session', at)).toEqual({ room: 'r1', platform: 'douyin', session: 's1' });
  });

  test('tonight ends at the next midnight of this clock', () => {
    const end = midnightAfter(now);

    expect(scopeOf('product', 'today', at)).toEqual({ product: 'food', until: end });
    expect(end).toBeGreaterThan(now);
    expect(end - now).toBeLessThanOrEqual(86_400_000);
    expect([new Date(end).getHours(), new Date(end).getMinutes()]).toEqual([0, 0]);
  });

  test('outside a room there is no room to name', () => {
    expect(scopeOf('room', 'session', { ...at, place: null })).toBeUndefined();
  });
});

test.each([
  ['  两 \n 行 ', '两 行'],
  ['', null],
  ['   ', null],
  ['长'.repeat(41), null],
])('%j is kept as %j', (text, word) => {
  expect(wordOf(text)).toBe(word);
});

describe('a word that is set', () => {
  test('is banned in its session and nowhere else', () => {
    const rules = withTerm(emptySettings, '秋千架', 'S3', scopeOf('all', 'session', at));

    expect(find(rules, '买秋千架').map(({ canonical }) => canonical)).toEqual(['秋千架']);
    expect(find(rules, '买秋千架', { ...here, session: 's2' })).toEqual([]);
  });

  test('runs out at midnight', () => {
    const rules = withTerm(emptySettings, '秋千架', 'S3', scopeOf('all', 'today', at));

    expect(find(rules, '秋千架')).toHaveLength(1);
    expect(find(rules, '秋千架', here, midnightAfter(now))).toHaveLength(0);
  });

  test('takes the new severity where it stood', () => {
    const rules = withTerm(withTerm(emptySettings, '秋千架', 'S3'), '秋千架', 'S1');

    expect(rules.terms).toEqual([{ text: '秋千架', severity: 'S1' }]);
  });

  test('silences what is found in it when it is allowed', () => {
    expect(find(emptySettings, '全网最低价').length).toBeGreaterThan(0);
    expect(find(withPhrase(emptySettings, '全网最低价'), '全网最低价')).toEqual([]);
  });
});

describe('a rule that is switched off on the spot', () => {
  const [finding] = find(emptySettings, '全网最低价');

  test('is quiet in this session only', () => {
    const rules = withoutRule(emptySettings, finding!, { session: 's1' });

    expect(find(rules, '全网最低价').map(({ rule }) => rule)).not.toContain(finding!.rule);
    expect(find(rules, '全网最低价', { ...here, session: 's2' }).map(({ rule }) => rule)).toContain(
      finding!.rule,
    );
  });

  test('is off everywhere without a scope', () => {
    const rules = withoutRule(emptySettings, finding!);

    expect(rules.off.rules).toEqual([finding!.rule]);
  });

  test('the shop’s own word is off as a term, or quiet in one place', () => {
    const banned = withTerm(emptySettings, '秋千架', 'S3');
    const [own] = find(banned, '秋千架');

    expect(find(withoutRule(banned, own!), '秋千架')).toEqual([]);
    const quiet = withoutRule(banned, own!, { session: 's1' });
    expect(quiet).toMatchObject({ allow: [], quiet: [{ rule: 'own:秋千架', scope: { session: 's1' } }] });
    expect(find(quiet, '秋千架')).toEqual([]);
    expect(find(quiet, '秋千架', { ...here, session: 's2' })).toHaveLength(1);
  });
});
