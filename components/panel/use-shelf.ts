import { useMemo } from 'react';
import type { Script } from '../../lib/reply/types.ts';
import type { ShopProduct, ShopScript } from '../../lib/shop/schema.ts';
import type { Engine } from '../use-engine.ts';
import { useProducts, useScripts, useStarter } from '../use-shop.ts';

/** What replies are made of: the shop's own scripts before ours, and its products. */
export interface Shelf {
  scripts: readonly (Script & Pick<ShopScript, 'code'>)[];
  /** ids of the shop's own */
  own: ReadonlySet<string>;
  products: readonly ShopProduct[];
}

/** The tables of the console page, followed; null until they are read. */
export function useShelf(engine: Engine | null): Shelf | null {
  const [scripts] = useScripts();
  const [products] = useProducts();
  const [starter] = useStarter();
  return useMemo(() => {
    if (!engine || !scripts || !products) return null;
    const own = new Set(scripts.map(({ id }) => id));
    const ours = engine.starterIn(starter).filter(({ id }) => !own.has(id));
    return { scripts: [...scripts, ...ours], own, products };
  }, [engine, scripts, products, starter]);
}
