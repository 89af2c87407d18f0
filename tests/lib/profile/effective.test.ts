import { beforeAll, expect, test } from 'vitest';
import { compileRules, prepareRules, ruleCatalogue } from '../../../lib/compliance/index.ts';
import { emptySettings, isBlocking, type RuleSettings } from '../../../lib/compliance/types.ts';
import type { Policy } from '../../../lib/policy/policy.ts';
import { effectiveRules } from '../../../lib/profile/effective.ts';
import { builtInProfiles, nightProfile } from '../../../lib/profile/night.ts';

const day = new Date(2026, 10, 10, 15).getTime();
const night = new Date(2026, 10, 10, 23).getTime();
let prepared: ReturnType<typeof prepareRules>;
beforeAll(() => {
  prepared = prepareRules();
});

interface Given {
  now?: number;
  policy?: Policy | null;
  pending?: string[];
}
const fold = (rules: Partial<RuleSettings>, { now = day, policy = null, pending = [] }: Given = {}) =>
  effectiveRules(
    { ...emptySettings, ...rules },
    { place: {}, now, policy, heads: [{ id: 'u1', name: '公司词单' }], pending: new Set(pending) },
  );
const blocked = (rules: RuleSettings, text: string): string[] =>
  compileRules(rules, () => day, prepared)
    .check(text, { channel: 'host' })
    .filter(isBlocking)
    .map(({ rule, severity }) => `${rule} ${severity}`);

test('by day nothing is added, so that versions of the rules stay what they were', () => {
  expect(fold({})).toEqual(emptySettings);
});

test('at night what presses to buy blocks that only warned by day, and the version says whose rules these are', () => {
  const [byDay, byNight] = [fold({}), fold({}, { now: night })];

  expect(blocked(byDay, '最后三单，倒计时了')).toEqual([]);
  expect(blocked(byNight, '最后三单，倒计时了')).toContain('U1-last S2');
  expect(blocked(byDay, '姐妹们赶紧下单')).toEqual([]);
  expect(blocked(byNight, '姐妹们赶紧下单')).toEqual(['own:赶紧下单 S2']);
  expect(blocked(byNight, '小朋友快去叫爸爸妈妈给你买')).toContain('C1-minor S3');
  expect(byNight.under).toEqual({ profiles: [{ id: 'night', name: nightProfile.name }] });
  expect(compileRules(byNight, () => day, prepared).version).not.toBe(
    compileRules(byDay, () => day, prepared).version,
  );
});

test('a profile never makes a rule milder, and puts the rules that it names on', () => {
  const rules = fold(
    { levels: { 'U1-last': 'S3' }, off: { ...emptySettings.off, lists: ['price'] } },
    { now: night },
  );

  expect(blocked(rules, '最后三单，倒计时了')).toContain('U1-last S3');
  expect(blocked(rules, '今天全网最低价')).toEqual([]);
});

test('every rule that a profile of ours names is there', () => {
  const known = new Set(
    ruleCatalogue.flatMap(({ categories }) => categories.flatMap(({ rules }) => rules.map(({ id }) => id))),
  );

  expect(builtInProfiles.flatMap(({ levels }) => Object.keys(levels)).filter((id) => !known.has(id))).toEqual(
    [],
  );
});

test('lists that one profile needs are on, whatever another says', () => {
  const one = { id: 'a', name: 'a', when: {}, lists: { on: ['price'], off: [] }, levels: {}, terms: [] };
  const other = { ...one, id: 'b', name: 'b', lists: { on: [], off: ['price', 'order'] } };
  const switched = ['a', 'b'].map((profile) => ({ profile, isOn: true, at: 0 }));

  const rules = fold({ profiles: [one, other], switched, off: { ...emptySettings.off, lists: ['price'] } });

  expect(rules.off.lists).toEqual(['order']);
});

test('what a company fixed holds against every way around it', () => {
  const policy: Policy = {
    organisation: '某公司',
    lists: ['price', '公司词单'],
    severities: { 'C1-minor': 'S3' },
    terms: [{ text: '内部价', severity: 'S3' }],
  };
  const rules = fold(
    {
      off: {
        lists: ['price', 'order', 'u1'],
        categories: ['P1', 'C1'],
        rules: ['C1-minor', 'P1-lowest'],
        terms: ['u1:词', 'policy:内部价', 'own:别的'],
      },
      quiet: [{ rule: 'C1-minor', scope: {} }],
      allow: [{ text: '全网最低价' }, { text: '内部价' }, { text: '不买就是不爱你' }],
      levels: { 'C1-minor': 'S1' },
    },
    { policy },
  );

  expect(blocked(rules, '今天全网最低价')).toContain('P1-lowest S3');
  expect(blocked(rules, '不买就是不爱你')).toContain('C1-minor S3');
  expect(blocked(rules, '给大家内部价')).toEqual(['own:内部价 S3']);
  expect(rules.off).toMatchObject({ lists: ['order'], terms: ['own:别的'] });
  expect(rules.under).toEqual({ profiles: [], policy: '某公司' });
});

test('a word that waits for its review only warns, a phrase that waits lets nothing through', () => {
  const own = {
    terms: [{ text: '星空蓝', severity: 'S3' as const }],
    allow: [{ text: '全网最低价' }],
  };

  const waiting = fold(own, { pending: ['term:星空蓝', 'phrase:全网最低价'] });

  expect(blocked(fold(own), '星空蓝')).toEqual(['own:星空蓝 S3']);
  expect(blocked(waiting, '星空蓝')).toEqual([]);
  expect(blocked(fold(own), '全网最低价')).toEqual([]);
  expect(blocked(waiting, '全网最低价')).not.toEqual([]);
});
