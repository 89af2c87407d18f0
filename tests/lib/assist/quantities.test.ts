import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clausesOf, plain } from '../../../lib/assist/plain.ts';
import { readText } from '../../../lib/assist/sources.ts';
import { numberOf } from '../../../lib/reply/numerals.ts';

/** Any UTF-16 units, half pairs too. */
const anything = fc.array(fc.nat(0xffff), { maxLength: 200 }).map((units) => String.fromCharCode(...units));

const read = (text: string): string =>
  readText(text)
    .quantities.map(({ value, unit }) => `${value}${unit}`)
    .join(' ');

describe('quantities', () => {
  test.each([
    ['到手价59元', '59元:now'],
    ['原价99元，现在只要59', '99元:list 59元:now'],
    ['9块9包邮', '9.9元:now'],
    ['五十九块九', '59.9元:now'],
    ['伍拾玖圆', '59元:now'],
    ['５９元', '59元:now'],
    ['3️⃣9️⃣元', '39元:now'],
    ['5 9 元', '59元:now'],
    ['1,299元', '1299元:now'],
    ['满99减20', '99元:over 20元:cut'],
    ['20元优惠券', '20元:cut'],
    ['运费10元', '10元:freight'],
    ['定金50元', '50元:deposit'],
    ['买一送一', '1买 1送'],
    ['前100名', '100前'],
    ['2件装到手价99元', '2件 99元:now'],
    ['库存120件', '120存'],
    ['打八折', '8折'],
    ['百分之九十', '90%'],
    ['七天无理由', '7天'],
    ['48小时内', '48小时'],
    ['500ml', '500毫升'],
    ['第二件半价', '2第'],
  ])('%s is read as %s', (text, quantities) => {
    expect(read(text)).toBe(quantities);
  });

  test.each(['我们一起看看', '一定', '一个', '一款', '十分满意', '统一发货', '千万别拍错', '一点也不'])(
    '%s counts nothing',
    (text) => {
      expect(read(text)).toBe('');
    },
  );

  test('a number means the same in digits and in Chinese', () => {
    const places = ['', '十', '百', '千'];
    const digits = [...'零一二三四五六七八九'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        const written = [...String(value)]
          .map((digit, at, all) =>
            digit === '0' ? '零' : digits[Number(digit)]! + places[all.length - 1 - at]!,
          )
          .join('')
          .replace(/零+/g, '零')
          .replace(/零$/, '');

        expect(numberOf(written)).toBe(value);
        expect(read(`${written}元`)).toBe(read(`${value}元`));
      }),
    );
  });

  test('reading never fails, whatever is written', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { quantities } = readText(text);

        expect(quantities.every(({ value }) => typeof value === 'number')).toBe(true);
        expect(plain(plain(text))).toBe(plain(text));
      }),
    );
  });

  test('a point between digits ends no clause', () => {
    expect(clausesOf('9.9元.包邮')).toEqual(['9.9元', '包邮']);
  });
});
