import { fold } from './fold.ts';
import { type Bag, isGoods } from './match.ts';
import type { Product } from './script-file.ts';
import type { Script } from './types.ts';

/** By product: its names, and the goods that its examples name. */
export function namesByProduct(
  scripts: readonly Script[],
  products: readonly Product[],
  bagOf: (example: number) => Bag,
): Map<string, string[]> {
  const names = new Map(products.map((product) => [product.id, new Set([nameLetters(product.names)])]));
  let example = 0;
  for (const { product, examples } of scripts) {
    for (let count = 0; count < examples.length; count++, example++) {
      if (product === undefined) continue;
      const own = names.get(product) ?? new Set([nameLetters(product)]);
      names.set(product, own);
      for (const word of bagOf(example).words) if (isGoods(word)) own.add(word.text);
    }
  }
  return new Map([...names].map(([product, own]) => [product, [...own].filter((name) => name !== '')]));
}

/** Names as they stand in folded comments; ids of latin letters name nothing. */
const nameLetters = (names: string): string => fold(names).text.replace(/[a-z\d. ?]+/g, '');
