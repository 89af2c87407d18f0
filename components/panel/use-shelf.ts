import { useEffect, useMemo, useRef, useState } from 'react';
import type { ShopProduct } from '../../lib/shop/schema.ts';
import type { ScriptsRead } from '../room/actions.ts';
import { useLog } from '../use-log.ts';
import { useProducts } from '../use-shop.ts';
import { createDesk, type ShelfDesk } from './shelf-desk.ts';
import { openShelf } from './shelf-line.ts';

/** What replies are made of: the shop's scripts and ours, held by a worker, and its products. */
export interface Shelf extends Pick<ShelfDesk, 'search' | 'find'> {
  products: readonly ShopProduct[];
  /** of the shop's own scripts, how many nobody has approved yet */
  waiting: number;
}

/** The tables of the console page, followed as soon as `isWanted`; null until the products are read. */
export function useShelf(isWanted: boolean): { shelf: Shelf | null; read: ScriptsRead } {
  const db = useLog();
  const [products] = useProducts();
  const [desk, setDesk] = useState<ShelfDesk | null>(null);
  const [read, setRead] = useState<ScriptsRead>(0);
  // another object with each index: what is in hand is searched for anew
  const [index, setIndex] = useState({ waiting: 0 });

  // another room has to be drawn first, too, and needs no other scripts
  const wasWanted = useRef(false);
  wasWanted.current ||= isWanted;
  const isOpen = wasWanted.current;

  useEffect(() => {
    if (!isOpen) return;
    const opened = createDesk((onTold) => openShelf(db, onTold), {
      // a change later on is read beside what stands
      onRead: (share) => setRead((before) => (before === 'done' ? before : (share ?? 'failed'))),
      onIndex(waiting) {
        setRead('done');
        setIndex({ waiting });
      },
    });
    setDesk(opened);
    return opened.close;
  }, [db, isOpen]);

  const shelf = useMemo(
    () => (desk && products ? { search: desk.search, find: desk.find, products, ...index } : null),
    [desk, products, index],
  );
  return { shelf, read };
}
