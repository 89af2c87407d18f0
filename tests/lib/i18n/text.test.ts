import { expect, test } from 'vitest';
import { preferredLanguage } from '../../../lib/i18n/language.ts';
import { textIn } from '../../../lib/i18n/text.ts';

/** Every sentence with its path; functions are called with placeholders. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value('{0}', '{1}', '{2}'))]];
  return Object.entries(value as object).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`));
}

const chinese = sentences(textIn('zh-CN'));
const english = sentences(textIn('en'));

test('both languages say the same things', () => {
  expect(english.map(([path]) => path)).toEqual(chinese.map(([path]) => path));
});

test('no sentence is empty, and no argument is lost in either', () => {
  const holes = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([hole]) => hole).toSorted();

  for (const [i, [path, text]] of chinese.entries()) {
    expect(text.trim(), path).not.toBe('');
    expect(holes(english[i]![1]), path).toEqual(holes(text));
  }
});

test('the screens speak the first language that the browser and we share', () => {
  expect(preferredLanguage(['fr', 'en-GB', 'zh-CN'])).toBe('en');
  expect(preferredLanguage(['zh-TW'])).toBe('zh-CN');
  expect(preferredLanguage(['fr'])).toBe('zh-CN');
});
