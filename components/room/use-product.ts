import { useMemo, useRef } from 'react';
import { productOf } from '../../lib/assist/facts.ts';
import type { ProductFacts } from '../../lib/assist/types.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { productNamed } from '../../lib/shop/product-named.ts';
import type { ShopProduct } from '../../lib/shop/schema.ts';
import type { Asked } from './actions.ts';

const none: readonly ShopProduct[] = [];

/** What the question is about, as the page's shelf and the shop's table have it; the same object while it is the same. */
export function useProduct(
  question: Asked | null,
  goods: RoomState['goods'],
  products: readonly ShopProduct[] = none,
): ProductFacts | null {
  const known = useRef<{ key: string; product: ProductFacts | null }>({ key: 'null', product: null });
  const asked = question?.text;
  // the desk is drawn with every batch of comments
  const named = useMemo(
    () => (asked === undefined ? null : productNamed(asked, products)),
    [asked, products],
  );
  const product = question && productAsked(question, goods, products, named);
  const key = JSON.stringify(product);
  // a shelf that is told again must not draw the replies again
  if (key !== known.current.key) known.current = { key, product };
  return known.current.product;
}

/** A link number says which; else a name of the shop's table; else it is the one being explained. */
export function productAsked(
  { reading, text }: Asked,
  goods: RoomState['goods'],
  products: readonly ShopProduct[] = none,
  named: ShopProduct | null = productNamed(text, products),
): ProductFacts | null {
  if (!named || reading.slots.link !== undefined) return productOf(reading, goods, products);
  const item = goods.items.find(
    ({ id, number }) => id === named.id || (number !== undefined && String(number) === named.link),
  );
  return productOf(reading, { items: goods.items, explaining: item?.id ?? null }, [named]) ?? named;
}
