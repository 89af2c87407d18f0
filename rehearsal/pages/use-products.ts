import { useEffect, useState } from 'react';
import type { Product } from '../shop.ts';
import { boot, onCue } from './boot.ts';

/** The shelf, with the stock that the server cues. */
export function useProducts(): readonly Product[] {
  const [products, setProducts] = useState(boot.products);
  useEffect(
    () =>
      onCue((cue) => {
        if (cue.kind !== 'stock') return;
        const { id, stock } = cue;
        setProducts((before) => before.map((one) => (one.id === id ? { ...one, stock } : one)));
      }),
    [],
  );
  return products;
}
