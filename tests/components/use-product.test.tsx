import { expect, test } from 'vitest';
import { useProduct } from '../../components/room/use-product.ts';
import type { ProductFacts } from '../../lib/assist/types.ts';
import { readComment } from '../../lib/reply/read.ts';
import { show } from './show.tsx';

const products = [
  { id: 'a', addedAt: 1, names: '羊绒大衣', link: '1', facts: [{ label: '材质', value: '羊绒' }] },
  { id: 'b', addedAt: 2, names: '面霜', link: '2', facts: [{ label: '价格', value: '99元' }] },
];
const goods = {
  items: [
    { id: 'x', number: 1, title: '大衣', price: 59_900 },
    { id: 'y', number: 2, title: '面霜', price: 12_900 },
  ],
  explaining: 'y',
};

function productOf(text: string, shelf = goods): ProductFacts | null {
  let found: ProductFacts | null = null;
  function Probe() {
    found = useProduct({ id: 'q', text, reading: readComment(text) }, shelf, products);
    return null;
  }
  show(<Probe />).unmount();
  return found;
}
const factsOf = (product: ProductFacts | null) =>
  product?.facts.map(({ label, value }) => `${label}${value}`).join(' ');

test('a link number says which product is meant, whatever is named or explained', () => {
  expect(factsOf(productOf('1号面霜多少钱'))).toBe('价格599元 材质羊绒');
});

test('a name says which is meant when no number does; the shelf’s price stands before the table’s', () => {
  expect(factsOf(productOf('大衣多少钱'))).toBe('价格599元 材质羊绒');
});

test('without number and name it is the one being explained', () => {
  expect(factsOf(productOf('多少钱'))).toBe('价格129元');
});

test('a product that is named and stands on no shelf has the table’s facts', () => {
  expect(factsOf(productOf('大衣什么材质', { items: [], explaining: null as never }))).toBe('材质羊绒');
});
