import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWordings, slotsOf, wordScript } from '../../../lib/shop/words.ts';

const coat = {
  id: 'p1',
  names: '羊绒大衣',
  link: '3',
  facts: [
    { label: '价格', value: '59元' },
    { label: '库存', value: '12件' },
    { label: '尺码', value: 'S到XL' },
  ],
};
const said = (text: string, turn = 0) => wordScript(text, { turn, product: coat });

test.each([
  ['现在{价格}，还有{库存}', '现在59元，还有12件'],
  ['到手{价格}元', '到手59元'],
  ['{价格}块', '59块'],
  ['还剩{剩余}件', '还剩12件'],
  ['在{链接}', '在3号链接'],
  ['在{链接}号链接', '在3号链接'],
  ['{商品}有{码数}', '羊绒大衣有S到XL'],
  ['{product}：{price}，{link}', '羊绒大衣：59元，3号链接'],
])('%s is said as %s', (script, words) => {
  expect(said(script)).toEqual({ text: words, open: [] });
});

test('what is not known stays open; a price is none after a coupon', () => {
  expect(said('{到手价}，{发货}发')).toEqual({ text: '{到手价}，{发货}发', open: ['到手价', '发货'] });
  expect(wordScript('{价格}').open).toEqual(['价格']);
});

test('wordings take turns until each combination was said', () => {
  const script = '{亲/您好}，{有的/有货|现货}';

  const words = Array.from({ length: 6 }, (_, turn) => said(script, turn).text);

  expect(new Set(words).size).toBe(6);
  expect(said(script, 6).text).toBe(words[0]);
  expect(countWordings(script)).toBe(6);
});

test('the slots of a script are named once, choices are none', () => {
  expect(slotsOf('{价格}{a/b}{价格}{尺码}')).toEqual(['价格', '尺码']);
});

test('the same turn gives the same words, and no turn leaves a choice open', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.constantFrom('{a/b}', '{价格}', '{', '}', '{x|y/z}', '{}'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(1000), (pieces, turn) => {
      const text = pieces.join('');
      const { text: words } = wordScript(text, { turn });

      expect(wordScript(text, { turn }).text).toBe(words);
      expect(wordScript(text, { turn: turn + countWordings(text) }).text).toBe(words);
    }),
  );
});
