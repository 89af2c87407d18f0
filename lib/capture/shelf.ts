import { limits } from '../limits.ts';
import type { GoodsEvent } from '../model.ts';
import type { Goods } from '../platforms/platform.ts';

type Item = GoodsEvent['items'][number];
type Whole = Pick<GoodsEvent, 'items' | 'explaining'>;

/**
 * Puts together what feed and page tell of the goods: one knows the titles, the other what is being
 * explained, and each may tell only a part. Gives the whole whenever it has changed, else null.
 */
export function createShelf(): (goods: Goods) => Whole | null {
  let items: readonly Item[] = [];
  let explaining: string | null = null;
  let told = '';

  return (goods) => {
    const known = items;
    const fresh = goods.items.map((item) => join(item, known));
    const news = new Map(fresh.map((item) => [item.id, item]));
    if (goods.part) {
      const stayed = items.map((item) => news.get(item.id) ?? item);
      const added = [...news.values()].filter(({ id }) => !items.some((item) => item.id === id));
      items = [...stayed, ...added].slice(0, limits.goods);
    } else items = [...news.values()].slice(0, limits.goods);

    if (goods.explaining) explaining = named(goods.explaining, goods, fresh);
    // goods out of sight may still be explained
    else if (goods.explaining === null && !(goods.part && fresh.length > 0 && !news.has(explaining ?? '')))
      explaining = null;

    const text = JSON.stringify([items, explaining]);
    if (text === told || (told === '' && items.length === 0 && explaining === null)) return null;
    told = text;
    return { items: [...items], explaining };
  };
}

/** Goes by its name: the page shows no id. */
const isNameless = ({ id, title }: Item) => id === title;

/** The product with what was known of it before, perhaps under its name alone. */
function join(item: Item, known: readonly Item[]): Item {
  const same =
    known.find(({ id }) => id === item.id) ??
    (isNameless(item) ? known.find(({ title }) => title === item.title) : undefined);
  return same ? { ...same, ...item, id: same.id, title: item.title || same.title } : item;
}

/** The id under which the product that is being explained is kept. */
const named = (id: string, { items }: Goods, fresh: readonly Item[]): string =>
  fresh[items.findIndex((item) => item.id === id)]?.id ?? id;
