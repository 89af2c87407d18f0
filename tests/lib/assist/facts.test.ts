import { describe, expect, test } from 'vitest';
import { agreesWithFacts } from '../../../lib/assist/agree.ts';
import { productOf, sourcesOf } from '../../../lib/assist/facts.ts';
import type { ProductFacts } from '../../../lib/assist/types.ts';
import { readComment } from '../../../lib/reply/read.ts';

const goods = {
  items: [
    { id: 'p1', number: 1, title: '风衣', price: 26_900, stock: 412 },
    { id: 'p2', number: 2, title: '保温杯', price: 7990 },
  ],
  explaining: 'p1',
};
const table: ProductFacts[] = [
  {
    id: 'x',
    names: '风衣 外套',
    link: '1',
    category: 'general',
    facts: [
      { label: '价格', value: '299元' },
      { label: '面料', value: '95%棉' },
    ],
  },
];

describe('the product of a question', () => {
  test('is the one whose link it names, else the one being explained', () => {
    expect(productOf(readComment('2号链接多少钱'), goods)?.id).toBe('p2');
    expect(productOf(readComment('多少钱'), goods)?.id).toBe('p1');
    expect(productOf(readComment('3号链接多少钱'), goods)).toBeNull();
  });

  test('has its price from the page, and what the page does not say from the table', () => {
    expect(productOf(readComment('多少钱'), goods, table)).toEqual({
      id: 'x',
      names: '风衣 外套',
      link: '1',
      category: 'general',
      facts: [
        { label: '价格', value: '269元' },
        { label: '库存', value: '412件' },
        { label: '面料', value: '95%棉' },
      ],
    });
  });

  test('gives its facts and the replies found as sources, open slots left out', () => {
    const script = { id: 'a', intent: 'price', scene: 'conversion', text: '看链接页', examples: [] } as const;
    const sources = sourcesOf(
      [
        { script, score: 1 },
        { script: { ...script, id: 'b', text: '到手价{price}元' }, score: 0.9 },
      ],
      productOf(readComment('2号链接多少钱'), goods),
    );

    expect(sources).toEqual([
      { id: 's1', text: '看链接页', script: 'a' },
      { id: 'f0', text: '2号链接' },
      { id: 'f1', text: '价格79.9元' },
    ]);
  });
});

test.each([
  ['到手价269元', true],
  ['到手价199元', false],
  ['一百九十九块', false],
  ['库存还有412件', true],
  ['库存还有3件', false],
  ['满300元减20元', true],
  ['看链接页', true],
])('a reply of the library is held to the price and stock of its product: %s %s', (reply, agrees) => {
  const facts = productOf(readComment('多少钱'), goods)?.facts ?? [];

  expect(agreesWithFacts(reply, facts)).toBe(agrees);
});
