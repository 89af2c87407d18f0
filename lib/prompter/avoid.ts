import { type Checker, isBlocking, type ProductCategory, type Term } from '../compliance/types.ts';
import { mostOfCard } from '../model.ts';
import byCategory from './data/avoid.json' with { type: 'json' };

const shown = 8;

/**
 * Words that slip out most easily with such a product: the shop's own first, then its trade's, then everybody's. Only
 * those that the rules of now really stop.
 */
export function wordsToAvoid(
  category: ProductCategory,
  checker: Checker,
  own: readonly Pick<Term, 'text'>[] = [],
): string[] {
  const trades: Partial<Record<ProductCategory, string[]>> = byCategory;
  const words = [...own.map(({ text }) => text), ...(trades[category] ?? []), ...byCategory.general];
  const isBanned = (word: string) => checker.check(word, { channel: 'host', category }).some(isBlocking);
  const avoid: string[] = [];
  for (const word of new Set(words)) {
    if (avoid.length === shown) break;
    if (word.length <= mostOfCard.word && isBanned(word)) avoid.push(word);
  }
  return avoid;
}
