import type { GoodsEvent } from '../model.ts';
import type { Reading } from '../reply/types.ts';
import { nameWords, type Words, wordsOf } from '../reply/words.ts';

type Items = GoodsEvent['items'];

/** A shelf that comments can be held against. */
export interface Shelf {
  items: Items;
  explaining: string | null;
  /** words of the titles that the lexicon does not know */
  names: ReadonlySet<string>;
  /** the one product that a comment names, by link number or by a word that only its title has; null for none */
  named(reading: Reading, words: Words): string | null;
}

/** Reads the titles once. Link numbers change within a broadcast, so it must be the shelf of the comment's moment. */
export function shelfOf({ items, explaining }: Pick<GoodsEvent, 'items' | 'explaining'>): Shelf {
  const names = nameWords(items.map(({ title }) => title));
  const byNumber = new Map(items.map(({ id, number }) => [String(number), id]));
  /** null where several products are called that */
  const byWord = new Map<string, string | null>();
  for (const { id, title } of items) {
    const words = wordsOf(title, names);
    for (const word of new Set([...words.goods, ...words.all.filter((one) => names.has(one))]))
      byWord.set(word, byWord.has(word) ? null : id);
  }
  return {
    items,
    explaining,
    names,
    named(reading, words) {
      const { link } = reading.slots;
      const numbered = link === undefined ? undefined : byNumber.get(link);
      if (numbered !== undefined) return numbered;
      const found = new Set(words.all.flatMap((word) => byWord.get(word) ?? []));
      return found.size === 1 ? [...found][0]! : null;
    },
  };
}
