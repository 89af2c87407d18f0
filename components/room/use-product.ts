import { useRef } from 'react';
import { productOf } from '../../lib/assist/facts.ts';
import type { ProductFacts } from '../../lib/assist/types.ts';
import type { RoomState } from '../../lib/room/state.ts';
import type { Asked } from './actions.ts';

/** What the question is about, as the page's shelf has it; the same object while it is the same. */
export function useProduct(question: Asked | null, goods: RoomState['goods']): ProductFacts | null {
  const known = useRef<{ key: string; product: ProductFacts | null }>({ key: 'null', product: null });
  const product = question && productOf(question.reading, goods);
  const key = JSON.stringify(product);
  // a shelf that is told again must not draw the replies again
  if (key !== known.current.key) known.current = { key, product };
  return known.current.product;
}
