import { expect, test } from 'vitest';
import { defaultKeys } from '../../lib/keys.ts';
import { languageOf, readPreferences } from '../../lib/preferences.ts';

test.each([undefined, null, 'dark', 7, [], { theme: 'pink', language: {} }])(
  '%j is read as automatic',
  (stored) => {
    expect(readPreferences(stored)).toEqual({ language: 'auto', theme: 'auto', keys: defaultKeys, name: '' });
  },
);

test('what was chosen is kept', () => {
  const chosen = { language: 'en', theme: 'dark', keys: { ...defaultKeys, next: 'n' }, name: '小林' };

  expect(readPreferences(chosen)).toEqual(chosen);
});

test('automatic follows the browser, a choice does not', () => {
  expect(languageOf(readPreferences({}), ['en-US'])).toBe('en');
  expect(languageOf(readPreferences({ language: 'zh-CN' }), ['en-US'])).toBe('zh-CN');
});
