import { expect, test } from 'vitest';
import { articlePattern } from '../../../components/rules/article.ts';

const advertising = '广告法9(三)（绝对化用语）→57';
const several = '广告法4、28（虚假或引人误解）→55';
const price = '广告法9(三)、明码标价和禁止价格欺诈规定16、17、19→57、价格法';
const own = '《广告法》第二十八条第二款';

test.each([
  ['第九条', advertising, true],
  ['第3条', advertising, false],
  ['第三条', advertising, false],
  ['第五条', advertising, false],
  ['广告法第九条', advertising, true],
  ['《广告法》第9条', advertising, true],
  ['广告法9', advertising, true],
  ['广告法28', several, true],
  ['广告法第二十八条', several, true],
  ['广告法第二条', several, false],
  ['广告法第十九条', price, false],
  ['价格欺诈规定第十九条', price, true],
  ['广告法28', own, true],
  ['第二十八条', own, true],
  ['广告法第八条', own, false],
])('%s in %s: %s', (asked, basis, isIn) => {
  expect(articlePattern(asked)?.test(basis)).toBe(isIn);
});

test.each(['9', '好看', '广告法', '第', 'a9'])('%s names no article', (text) => {
  expect(articlePattern(text)).toBeNull();
});
