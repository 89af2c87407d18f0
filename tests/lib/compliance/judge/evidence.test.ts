import { expect, test } from 'vitest';
import { compileRules } from '../../../../lib/compliance/index.ts';
import type { CheckContext, Evidence } from '../../../../lib/compliance/types.ts';

const checker = compileRules();
const until = Date.parse('2027-06-30');
const registration: Evidence = { kind: 'registration', covers: 'M4', until };

const verdict = (text: string, evidence: Evidence[], now: number | undefined, rest?: Partial<CheckContext>) =>
  checker
    .check(text, { channel: 'host', evidence, now, ...rest })
    .map(({ severity, exemption }) => ({ severity, exemption }));

test('a claim that needs proof is allowed until its evidence expires', () => {
  expect(verdict('这款面霜美白', [], until - 1)).toEqual([{ severity: 'S1', exemption: null }]);
  expect(verdict('这款面霜美白', [registration], until - 1)).toEqual([
    { severity: 'S0', exemption: 'X-EVID' },
  ]);
  expect(verdict('这款面霜美白', [registration], until)).toEqual([{ severity: 'S1', exemption: null }]);
});

test('evidence names a category, a rule or the very term', () => {
  const covered = (covers: string) =>
    verdict('这款面霜美白', [{ ...registration, covers }], until - 1)[0]!.severity;

  expect(['M4', 'M4-soft', '美白', '白', 'M', 'M3', ''].map(covered)).toEqual([
    'S0',
    'S0',
    'S0',
    'S1',
    'S1',
    'S1',
    'S1',
  ]);
});

test('evidence proves only what its kind can prove', () => {
  const sales: Evidence = { kind: 'sales-data', covers: 'M4', until };

  expect(verdict('这款面霜美白', [sales], until - 1)[0]!.severity).toBe('S1');
});

test('evidence never lowers what is banned or of high risk, regulated goods or not', () => {
  for (const [text, covers, category] of [
    ['喝了能治好糖尿病', 'M1', 'food'],
    ['喝了能治好糖尿病', 'M1', 'health_food'],
    ['祛斑美白', 'M4', 'cosmetics'],
    ['增强免疫力', 'M3', 'food'],
  ] as const) {
    const context = { channel: 'host', category } as const;
    const evidence: Evidence[] = [{ kind: 'registration', covers, until }];
    const blocking = (found: ReturnType<typeof checker.check>) =>
      found.filter(({ severity }) => severity === 'S2' || severity === 'S3');

    const without = blocking(checker.check(text, context));

    expect(without.length, text).toBeGreaterThan(0);
    expect(blocking(checker.check(text, { ...context, evidence, now: until - 1 })), text).toEqual(without);
  }
});

test('a missing notice is not proven away', () => {
  const evidence: Evidence[] = [{ kind: 'registration', covers: 'N1', until }];

  const found = checker.check('这款保健食品适合老人', {
    channel: 'host',
    category: 'health_food',
    evidence,
    now: until - 1,
  });

  expect(found.find(({ category }) => category === 'N1')?.severity).toBe('S1');
});

test('without the time no evidence counts', () => {
  expect(verdict('这款面霜美白', [registration], undefined)[0]!.severity).toBe('S1');
});
