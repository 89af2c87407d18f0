import { ruleCatalogue } from '../../lib/compliance/index.ts';
import { textIn } from '../../lib/i18n/text.ts';
import type { Names } from '../../lib/search/query.ts';

const lower = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> =>
  Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));

/** What platforms, intents and rule categories are called, in every language of the screens. */
export function searchNames(): Names {
  const texts = [textIn('zh-CN'), textIn('en')];
  const turned = <T extends string>(names: Record<T, string>) =>
    (Object.entries(names) as [T, string][]).map(([id, name]) => [name, id] as const);
  return {
    platforms: lower(texts.flatMap(({ platforms }) => turned(platforms))),
    intents: lower(texts.flatMap(({ intents }) => turned(intents))),
    rules: lower(
      ruleCatalogue.flatMap(({ categories }) => categories.map(({ id, name }) => [name, id] as const)),
    ),
  };
}
