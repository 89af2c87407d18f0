import { expect, test } from 'vitest';
import { whyMerged } from '../../../lib/room/why-merged.ts';

test('what all wordings say is told in the words of each', () => {
  const { intent, said } = whyMerged(['几天能到', '多久到', '啥时候能到啊']);

  expect(intent).toBe('shipping');
  expect(said.flat()).toEqual(expect.arrayContaining(['几天能到', '多久到']));
});

test('what all fill in alike is told, what only some do is not', () => {
  const { slots } = whyMerged(['1号链接165穿什么码', '1号链接穿多大码']);

  expect(slots).toEqual([['link', '1']]);
});

test('denial is told only when all deny', () => {
  expect(whyMerged(['不能退吗', '不可以退吗']).isDenied).toBe(true);
  expect(whyMerged(['能退吗', '可以退吗']).isDenied).toBe(false);
});
