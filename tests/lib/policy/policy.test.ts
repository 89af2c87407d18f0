import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emptySettings } from '../../../lib/compliance/types.ts';
import { forbiddenChange, isProviderAllowed, isTranscriberAllowed } from '../../../lib/policy/locks.ts';
import { policyParts, readPolicy } from '../../../lib/policy/policy.ts';

const sample = {
  organisation: '某公司',
  lists: ['absolute', '公司词单'],
  severities: { 'C1-minor': 'S3' },
  terms: [{ text: '内部价', severity: 'S3', basis: '公司规定' }],
  providers: { presets: ['deepseek'], addresses: ['https://llm.example.com/v1'] },
  maskedExports: true,
  retention: { comments: 7, record: 1500, isAutomatic: true },
  review: 'operator',
};

test('a whole policy is read as it is; nothing managed is none', () => {
  expect(readPolicy(sample)).toEqual({ policy: sample, bad: [] });
  expect(readPolicy({})).toEqual({ policy: null, bad: [] });
  expect(readPolicy(undefined)).toEqual({ policy: null, bad: [] });
});

test('what is wrong is left out one by one and named, and the rest holds', () => {
  const { policy, bad } = readPolicy({
    ...sample,
    lists: ['absolute', 7],
    severities: { 'C1-minor': 'S3', 'A1-best': 'S9' },
    terms: [{ text: '内部价', severity: 'S3' }, { text: '' }],
    retention: { comments: 9999, record: 1500 },
    maskedExports: 'yes',
    review: 'everybody',
    surprise: true,
  });

  expect(policy).toEqual({
    organisation: '某公司',
    lists: ['absolute'],
    severities: { 'C1-minor': 'S3' },
    terms: [{ text: '内部价', severity: 'S3' }],
    providers: sample.providers,
    retention: { record: 1500 },
  });
  expect(bad.toSorted()).toEqual([
    'lists.1',
    'maskedExports',
    'retention.comments',
    'review',
    'severities.A1-best',
    'surprise',
    'terms.1',
  ]);
});

test('whatever is given, reading it ends in a policy or none', () => {
  for (const odd of [
    null,
    7,
    'x',
    [],
    { lists: {} },
    { severities: [] },
    { terms: 'x' },
    { providers: null },
  ])
    expect(readPolicy(odd).policy).toBeNull();
});

test('the browser’s schema names the parts that are read', () => {
  const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));

  expect(Object.keys(schema.properties).toSorted()).toEqual(policyParts.toSorted());
});

test('a provider is allowed at a preset’s own address, or below one that is named', () => {
  const { policy } = readPolicy(sample);
  const isAllowed = (preset: 'deepseek' | 'openai' | 'custom', address: string) =>
    isProviderAllowed(policy, { preset, address });

  expect(isAllowed('deepseek', 'https://api.deepseek.com/v1')).toBe(true);
  expect(isAllowed('deepseek', 'https://evil.example.com/v1')).toBe(false);
  expect(isAllowed('openai', 'https://api.openai.com/v1')).toBe(false);
  expect(isAllowed('custom', 'https://llm.example.com/v1')).toBe(true);
  expect(isAllowed('custom', 'https://llm.example.com/v10')).toBe(false);
  expect(
    isProviderAllowed(readPolicy({ providers: {} }).policy, {
      preset: 'ollama',
      address: 'http://localhost:11434/v1',
    }),
  ).toBe(false);
  expect(isProviderAllowed(null, { preset: 'custom', address: 'https://any.example.com' })).toBe(true);
});

test('the host’s voice goes only where a model may be asked, or nowhere', () => {
  const { policy } = readPolicy(sample);

  expect(isTranscriberAllowed(policy, '')).toBe(true);
  expect(isTranscriberAllowed(policy, 'https://llm.example.com/v1/audio')).toBe(true);
  expect(isTranscriberAllowed(policy, 'https://api.openai.com/v1')).toBe(false);
  expect(isTranscriberAllowed(null, 'https://api.openai.com/v1')).toBe(true);
});

test('a change that touches what is locked is named; any other is not', () => {
  const { policy } = readPolicy(sample);
  const off = (part: Partial<typeof emptySettings.off>) => ({
    ...emptySettings,
    off: { ...emptySettings.off, ...part },
  });
  const heads = [{ id: 'u1', name: '公司词单' }];
  const forbidden = (after: typeof emptySettings) => forbiddenChange(policy, emptySettings, after, heads);

  expect(forbidden(off({ lists: ['absolute'] }))).toBe('absolute');
  expect(forbidden(off({ lists: ['u1'] }))).toBe('u1');
  expect(forbidden(off({ terms: ['u1:词'] }))).toBe('u1:词');
  expect(forbidden(off({ rules: ['C1-minor'] }))).toBe('C1-minor');
  expect(forbidden({ ...emptySettings, levels: { 'C1-minor': 'S1' } })).toBe('C1-minor');
  expect(forbidden({ ...emptySettings, quiet: [{ rule: 'C1-minor', scope: { room: '7' } }] })).toBe(
    'C1-minor',
  );
  expect(forbidden(off({ lists: ['price'], rules: ['U1-last'], terms: ['own:词'] }))).toBeNull();
});
