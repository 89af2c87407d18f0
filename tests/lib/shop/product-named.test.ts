import { expect, test } from 'vitest';
import { productNamed } from '../../../lib/shop/product-named.ts';

const product = (id: string, names: string) => ({ id, addedAt: 1, names, facts: [] });
const named = (text: string) =>
  productNamed(text, [product('a', '羊绒大衣 大衣'), product('b', '毛衣'), product('c', '圆领毛衣、针织衫')])
    ?.id;

test('a product is known by any of its names', () => {
  expect(named('大衣多少钱')).toBe('a');
  expect(named('针织衫起球吗')).toBe('c');
});

test('none and several are nobody', () => {
  expect(named('多少钱')).toBeUndefined();
  expect(named('大衣和毛衣哪个好')).toBeUndefined();
});
