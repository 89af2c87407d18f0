import { useMemo } from 'react';
import { changeScripts, readScripts } from '../../lib/log/shop.ts';
import type { Intent } from '../../lib/reply/types.ts';
import type { ShopScript } from '../../lib/shop/schema.ts';
import { bareText } from '../../lib/shop/twins.ts';
import { wordScript } from '../../lib/shop/words.ts';
import type { RoomShop } from '../room/actions.ts';
import { useBy, useLog } from '../use-log.ts';
import type { Shelf } from './use-shelf.ts';

const foundAtMost = 20;
/** What is said of these holds for one product. */
const aboutProduct: ReadonlySet<Intent> = new Set([
  'price',
  'stock',
  'size',
  'spec',
  'ingredients',
  'suitability',
  'usage',
  'authenticity',
  'comparison',
]);

/** What a room does with the shop's tables: search them, and keep what was typed. */
export function useRoomShop(shelf: Shelf | null, onScripts: () => void): RoomShop | null {
  const db = useLog();
  const by = useBy();
  return useMemo(() => {
    if (!shelf) return null;
    return {
      products: shelf.products,
      waiting: shelf.waiting,
      async find(query, product) {
        const found = await shelf.find(query, foundAtMost);
        return found.map(({ id, code, text, product: its }) => {
          const about = shelf.products.find((one) => one.id === its) ?? product;
          return { id, code: code ?? null, ...wordScript(text, { product: about }) };
        });
      },
      async keep(text, question, product) {
        try {
          const known = (await readScripts(db)).find((script) => bareText(script.text) === bareText(text));
          const examples = [...new Set([...(known?.examples ?? []), ...(question ? [question.text] : [])])];
          const isBound =
            question !== null &&
            aboutProduct.has(question.reading.intent) &&
            shelf.products.some(({ id }) => id === product?.id);
          const script: ShopScript = known ?? {
            id: crypto.randomUUID(),
            addedAt: Date.now(),
            text,
            examples,
            intent: question?.reading.intent ?? 'other',
            scene: 'conversion',
            ...(question?.reading.objection && { objection: question.reading.objection }),
            ...(isBound && product && { product: product.id }),
          };
          await changeScripts(db, { put: [{ ...script, examples }] }, by());
          return known ? 'known' : 'kept';
        } catch {
          return 'failed';
        }
      },
      open: onScripts,
    };
  }, [db, by, shelf, onScripts]);
}
