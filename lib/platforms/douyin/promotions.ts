import { limits } from '../../limits.ts';
import { idOf, isObject, numberOf, objectOf, textOf } from '../json.ts';
import type { Goods, Reading } from '../platform.ts';

/**
 * The goods of an answer of `promotions_v2`, prices in fen (field names: one older source, `promotion_id` as
 * the id of the panel's rows: 2025-10). The page also asks for some of them alone.
 */
export function readPromotions(url: string, data: unknown): Pick<Reading, 'goods' | 'roomId' | 'malformed'> {
  const { promotions, room_id, extra } = objectOf(data);
  const roomId = idOf(room_id) ?? idOf(objectOf(extra).room_id);
  if (!Array.isArray(promotions)) return { roomId, malformed: 1 };
  const items = promotions.slice(0, limits.goods).flatMap((item) => readItem(item) ?? []);
  const isPart = /[?&]promotion_ids=[^&]/.test(url);
  return {
    roomId,
    goods: { items, ...(isPart && { part: true }) },
    malformed: Math.min(promotions.length, limits.goods) - items.length,
  };
}

function readItem(value: unknown): Goods['items'][number] | null {
  if (!isObject(value)) return null;
  const id = idOf(value.promotion_id) ?? idOf(value.product_id);
  const title = textOf(value.title);
  if (id === undefined || title === undefined) return null;
  const told = {
    price: wholeOf(value.min_price) ?? wholeOf(value.price),
    stock: wholeOf(value.stock_num),
  };
  const known = Object.entries(told).filter(([, figure]) => figure !== undefined);
  return { id, title: title.slice(0, limits.title), ...Object.fromEntries(known) };
}

const wholeOf = (value: unknown): number | undefined => {
  const number = numberOf(value);
  return number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
};
