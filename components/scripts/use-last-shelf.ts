import { useEffect, useState } from 'react';
import type { GoodsEvent } from '../../lib/model.ts';
import { readShelf } from '../products/shelf.ts';
import { useLog } from '../use-log.ts';

const none: GoodsEvent['items'] = [];

/** The page's shelf as it stood last in the newest session that had one; empty until it is read. */
export function useLastShelf(): GoodsEvent['items'] {
  const db = useLog();
  const [items, setItems] = useState(none);
  useEffect(() => {
    let isGone = false;
    readShelf(db).then(
      (read) => isGone || setItems(read ?? none),
      // a session that cannot be read has no shelf; the scripts can still be edited
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [db]);
  return items;
}
