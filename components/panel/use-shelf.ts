import { useMemo } from 'react';
import type { Script } from '../../lib/reply/types.ts';
import { reviewId } from '../../lib/review/review.ts';
import type { ShopProduct, ShopScript } from '../../lib/shop/schema.ts';
import { useReviewOf } from '../review/use-reviews.ts';
import type { Engine } from '../use-engine.ts';
import { useProducts, useScripts, useStarter } from '../use-shop.ts';

/** What replies are made of: the shop's own scripts before ours, and its products. */
export interface Shelf {
  scripts: readonly (Script & Pick<ShopScript, 'code'>)[];
  /** ids of the shop's own */
  own: ReadonlySet<string>;
  products: readonly ShopProduct[];
  /** of the shop's own, how many nobody has approved yet */
  waiting: number;
}

/** The tables of the console page, followed; null until they are read. */
export function useShelf(engine: Engine | null): Shelf | null {
  const [scripts] = useScripts();
  const [products] = useProducts();
  const [starter] = useStarter();
  const reviews = useReviewOf();
  return useMemo(() => {
    if (!engine || !scripts || !products) return null;
    const own = new Set(scripts.map(({ id }) => id));
    const ours = engine.starterIn(starter).filter(({ id }) => !own.has(id));
    const usable = scripts.filter(
      ({ id }) => (reviews.get(reviewId('script', id))?.state ?? 'approved') === 'approved',
    );
    return { scripts: [...usable, ...ours], own, products, waiting: scripts.length - usable.length };
  }, [engine, scripts, products, starter, reviews]);
}
