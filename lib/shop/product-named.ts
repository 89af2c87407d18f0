import type { ShopProduct } from './schema.ts';

/** The one product of the table whose name a comment holds; null when it holds none or those of several. */
export function productNamed(text: string, products: readonly ShopProduct[]): ShopProduct | null {
  const asked = text.toLowerCase();
  const named = products.filter(({ names }) =>
    names
      .toLowerCase()
      .split(/[\s,，、/;；|]+/)
      .some((name) => name.length >= 2 && asked.includes(name)),
  );
  return named.length === 1 ? named[0]! : null;
}
