import { expect, test } from 'vitest';
import { productNamed } from '../../../lib/shop/product-named.ts';

const product = (id: string, names: string) => ({ id, addedAt: 1, names, facts: [] });
const named = (text: string) =>
  productNamed(text, [
    product('a', '羊绒大衣女士 新款'),
    product('b', '毛衣'),
    product('c', '半高领毛衣100%绵羊毛'),
    product('d', '小满七号 面霜'),
  ])?.id;

test('a product is known by its kind, even within a long title, and by a whole name', () => {
  expect(named('大衣多少钱')).toBe('a');
  expect(named('面霜怎么用')).toBe('d');
  expect(named('小满七号还有吗')).toBe('d');
});

test('none and several are nobody, and words that any product could have name none', () => {
  expect(named('多少钱')).toBeUndefined();
  expect(named('大衣和面霜哪个好')).toBeUndefined();
  expect(named('毛衣起球吗')).toBeUndefined();
  expect(named('新款女士能穿吗')).toBeUndefined();
});
