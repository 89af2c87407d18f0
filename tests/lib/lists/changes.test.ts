import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySettings, type Level, type RuleSettings } from '../../../lib/compliance/types.ts';
import { diffRules, undoneRules } from '../../../lib/lists/changes.ts';

const word = fc.constantFrom('甲', '乙', '丙', '丁');
const level = fc.constantFrom<Level>('S3', 'S2', 'S1');
const settings: fc.Arbitrary<RuleSettings> = fc.record({
  product: fc.constantFrom('general', 'food'),
  evidence: fc.constant([]),
  off: fc.record({
    lists: fc.uniqueArray(word),
    categories: fc.uniqueArray(word),
    rules: fc.uniqueArray(word),
    terms: fc.uniqueArray(word),
  }),
  terms: fc.array(fc.record({ text: word, severity: level })),
  allow: fc.array(fc.record({ text: word })),
  quiet: fc.array(fc.record({ rule: word, scope: fc.constant({ until: 1 }) })),
  levels: fc.dictionary(word, level),
});
const sorted = (rules: RuleSettings) =>
  diffRules(emptySettings, rules).sort((a, b) => `${a.part}${a.key}`.localeCompare(`${b.part}${b.key}`));

test('undoing what differs between two states gives the first one', () => {
  fc.assert(
    fc.property(settings, settings, (before, after) => {
      const undone = undoneRules(after, diffRules(before, after));

      expect(undone && sorted(undone)).toEqual(sorted(before));
    }),
    { numRuns: 200 },
  );
});

test('a change is one thing by its part and key; what did not change is not told', () => {
  const after: RuleSettings = {
    ...emptySettings,
    off: { ...emptySettings.off, rules: ['A1-most'] },
    levels: { 'A1-top': 'S1' },
  };

  expect(diffRules(emptySettings, after)).toEqual([
    { part: 'offRules', key: 'A1-most', before: [], after: ['A1-most'] },
    { part: 'levels', key: 'A1-top', before: [], after: [['A1-top', 'S1']] },
  ]);
  expect(diffRules(after, { ...after })).toEqual([]);
});

test('nothing is undone where the same thing was changed again since', () => {
  const first: RuleSettings = { ...emptySettings, levels: { a: 'S1' } };
  const since: RuleSettings = { ...first, levels: { a: 'S2', b: 'S2' } };

  expect(undoneRules(since, diffRules(emptySettings, first))).toBeNull();
  expect(undoneRules(since, diffRules(first, { ...first, levels: { a: 'S1', b: 'S2' } }))?.levels).toEqual({
    a: 'S2',
  });
});
