import { expect, test } from 'vitest';
import { languageOf, readPreferences } from '../../lib/preferences.ts';

test.each([undefined, null, 'dark', 7, [], { theme: 'pink', language: {} }])(
  '%j is read as automatic',
  (stored) => {
    expect(readPreferences(stored)).toEqual({ language: 'auto', theme: 'auto' });
  },
);

test('what was chosen is kept', () => {
  const chosen = { language: 'en', theme: 'dark' };

  expect(readPreferences(chosen)).toEqual(chosen);
});

test('automatic follows the browser, a choice does not', () => {
  expect(languageOf(readPreferences({}), ['en-US'])).toBe('en');
  expect(languageOf(readPreferences({ language: 'zh-CN' }), ['en-US'])).toBe('zh-CN');
});
