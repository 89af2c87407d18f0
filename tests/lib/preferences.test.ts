import { expect, test } from 'vitest';
import { defaultKeys } from '../../lib/keys.ts';
import { languageOf, readPreferences } from '../../lib/preferences.ts';

test.each([undefined, null, 'dark', 7, [], { theme: 'pink', language: {} }])(
  '%j is read as automatic',
  (stored) => {
    expect(readPreferences(stored)).toEqual({
      language: 'auto',
      theme: 'auto',
      keys: defaultKeys,
      name: '',
      prompter: { size: 78, theme: 'dark', mirror: false },
    });
  },
);

test('what was chosen is kept', () => {
  const chosen = {
    language: 'en',
    theme: 'dark',
    keys: { ...defaultKeys, next: 'o' },
    name: '小林',
    prompter: { size: 120, theme: 'contrast', mirror: true },
  };

  expect(readPreferences(chosen)).toEqual(chosen);
});

test.each([{ size: 59 }, { size: 121 }, { size: 'large' }, { theme: 'pink' }, { mirror: 'yes' }, 7])(
  'a prompter’s look of %j is the usual one',
  (prompter) => {
    expect(readPreferences({ prompter }).prompter).toEqual({ size: 78, theme: 'dark', mirror: false });
  },
);

test('automatic follows the browser, a choice does not', () => {
  expect(languageOf(readPreferences({}), ['en-US'])).toBe('en');
  expect(languageOf(readPreferences({ language: 'zh-CN' }), ['en-US'])).toBe('zh-CN');
});
