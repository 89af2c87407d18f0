import { isGoods, wordsOf } from '../reply/match.ts';
import { sense } from '../reply/sense.ts';
import type { ShopProduct } from './schema.ts';

/** A name as long as this names nothing else; 新款 or 女士 would. */
const telling = 4;

/** The one product of the table that a comment names, by its kind (大衣) or by a whole name; null for none or several. */
export function productNamed(text: string, products: readonly ShopProduct[]): ShopProduct | null {
  if (products.length === 0) return null;
  const asked = text.toLowerCase();
  const kinds = wordsOf(sense(text))
    .filter(isGoods)
    .map((word) => word.text);
  const named = products.filter(({ names }) => {
    const called = names.toLowerCase();
    return (
      kinds.some((kind) => called.includes(kind)) ||
      called.split(/[\s,，、/;；|]+/).some((name) => name.length >= telling && asked.includes(name))
    );
  });
  return named.length === 1 ? named[0]! : null;
}
