import type { GoodsEvent } from '../model.ts';
import { type Incoming, oneLine } from './incoming.ts';
import { incomingProduct, type ProductDraft } from './product-table.ts';
import type { ShopProduct } from './schema.ts';

/**
 * The page's shelf as products for the shop's table. One that is known, by id or else by link number, keeps the names
 * the shop gave it; the price is noted, the stock is not: it is another one by the time somebody asks.
 */
export const shelfProducts = (
  items: GoodsEvent['items'],
  known: readonly ShopProduct[],
): Incoming<ProductDraft>[] =>
  items.map(({ id, number, title, price }, index) => {
    const link = number === undefined ? undefined : String(number);
    const product =
      known.find((one) => one.id === id) ?? known.find((one) => link !== undefined && one.link === link);
    return incomingProduct(index + 1, {
      id: product?.id ?? id,
      names: product?.names ?? oneLine(title),
      ...(link !== undefined && { link }),
      facts: price === undefined ? [] : [{ label: '价格', value: `${Number((price / 100).toFixed(2))}元` }],
    });
  });
