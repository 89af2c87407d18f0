import { expect, test } from 'vitest';
import { createFinder } from '../../../lib/shop/find-scripts.ts';
import { initialsOf } from '../../../lib/shop/initials.ts';

const script = (id: string, text: string, code?: string) => ({
  id,
  text,
  ...(code !== undefined && { code }),
  examples: id === 'chart' ? ['多大码'] : [],
  intent: 'other' as const,
  scene: 'conversion' as const,
});
const finder = createFinder([
  script('ship', '今天发货', 'fh'),
  script('chart', '尺码表在三号链接'),
  script('fee', '返还运费'),
]);
const found = (query: string) => finder.find(query).map(({ id }) => id);

test('a code comes before initials, and both before nothing', () => {
  expect(found('fh')).toEqual(['ship', 'fee']);
  expect(found('fhy')).toEqual(['fee']);
  expect(found('zz')).toEqual([]);
});

test('words of the reply and of its questions lead to it', () => {
  expect(found('三号')).toEqual(['chart']);
  expect(found('多大')).toEqual(['chart']);
  expect(found('dd')).toEqual(['chart']);
});

test('without a query all are found, in their order', () => {
  expect(found(' ')).toEqual(['ship', 'chart', 'fee']);
});

test('initials are what one types', () => {
  expect(initialsOf('尺码表 3XL，重庆')).toBe('cmb3xlzq');
});
