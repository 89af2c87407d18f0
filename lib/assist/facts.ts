import type { GoodsEvent } from '../model.ts';
import type { Library } from '../reply/library.ts';
import type { Reading } from '../reply/types.ts';
import type { Fact, ProductFacts, Source } from './types.ts';

type Goods = Pick<GoodsEvent, 'items' | 'explaining'>;
type Item = GoodsEvent['items'][number];

/** Fen as it is written in a sentence: 5900 → 59元, 990 → 9.9元. */
const yuan = (fen: number): string => `${Number((fen / 100).toFixed(2))}元`;

/**
 * What is known of the product a question is about: the one whose link number it names, else the one being
 * explained; null where neither can be told.
 *
 * The page's shelf is the truth for price and stock of this moment; the shop's own table adds the rest.
 *
 * @param goods the shelf as the page shows it
 * @param products the shop's table, if it keeps one
 */
export function productOf(
  reading: Pick<Reading, 'slots'>,
  goods: Goods,
  products: readonly ProductFacts[] = [],
): ProductFacts | null {
  const { link } = reading.slots;
  const item =
    link === undefined
      ? goods.items.find(({ id }) => id === goods.explaining)
      : goods.items.find(({ number }) => number !== undefined && String(number) === link);
  const wanted = link ?? (item?.number === undefined ? undefined : String(item.number));
  const told = products.find(
    (product) => (wanted !== undefined && product.link === wanted) || (item && product.id === item.id),
  );
  if (!item) return told ?? null;
  const shown = factsOf(item);
  const labels = new Set(shown.map(({ label }) => label));
  return {
    id: told?.id ?? item.id,
    names: told?.names ?? item.title,
    ...(wanted !== undefined && { link: wanted }),
    ...(told?.category && { category: told.category }),
    facts: [...shown, ...(told?.facts ?? []).filter(({ label }) => !labels.has(label))],
  };
}

/** A product of the shop's table with the price and stock of the page's shelf; null when it is not on it. */
export function onShelf(product: ProductFacts, items: Goods['items']): ProductFacts | null {
  const item = items.find(
    ({ id, number }) => id === product.id || (number !== undefined && String(number) === product.link),
  );
  return item ? productOf({ slots: {} }, { items, explaining: item.id }, [product]) : null;
}

/** The labels under which the page's own figures stand; a table's facts with these give way. */
const shelfLabels = { price: '价格', stock: '库存' } as const;

const factsOf = ({ price, stock }: Item): Fact[] => [
  ...(price === undefined ? [] : [{ label: shelfLabels.price, value: yuan(price) }]),
  ...(stock === undefined ? [] : [{ label: shelfLabels.stock, value: `${stock}件` }]),
];

type Match = ReturnType<Library['search']>[number];

const mostScripts = 4;
const mostFacts = 12;
const longestSource = 200;

/** What a draft may rest on: the best replies found, and what is known of the product. */
export function sourcesOf(matches: readonly Match[], product: ProductFacts | null): Source[] {
  const scripts = matches
    .filter(({ script }) => !/\{[^}]*\}/.test(script.text))
    .slice(0, mostScripts)
    .map(({ script }, index) => ({
      id: `s${index + 1}`,
      text: script.text.slice(0, longestSource),
      script: script.id,
    }));
  const facts = (product?.facts ?? []).slice(0, mostFacts).map(({ label, value }, index) => ({
    id: `f${index + 1}`,
    // no colon: the words before a number say what it is
    text: `${label}${value}`.slice(0, longestSource),
  }));
  const link = product?.link === undefined ? [] : [{ id: 'f0', text: `${product.link}号链接` }];
  return [...scripts, ...link, ...facts];
}
