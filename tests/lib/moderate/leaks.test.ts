import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLeaks, leakKinds, maskLeaks } from '../../../lib/moderate/leaks.ts';

describe('what a viewer gives away', () => {
  test.each([
    ['我电话13800138000', '我电话138****8000', 'phone'],
    ['138 0013 8000 打给我', '138 **** 8000 打给我', 'phone'],
    ['１３８００１３８０００', '１３８****８０００', 'phone'],
    ['一三八零零一三八零零零', '一三八****八零零零', 'phone'],
    ['+86 13800138000', '+86 138****8000', 'phone'],
    ['1 3 8 0 0 1 3 8 0 0 0', '1 3 8 * * * * 8 0 0 0', 'phone'],
    ['1\u200b38\u200b0013\u200b8000', '1\u200b38\u200b****\u200b8000', 'phone'],
    ['电话：13800138000，谢谢', '电话：138****8000，谢谢', 'phone'],
    ['身份证11010519491231002X', '身份证110*************2X', 'id'],
    ['卡号6222021234567890128', '卡号***************0128', 'card'],
    ['6222 0212 3456 7890 128', '**** **** **** ***0 128', 'card'],
    ['加我微信abc_12345', '加我微信a*******5', 'wechat'],
    ['微信号：xiaomei', '微信号：x*****i', 'wechat'],
    ['vx 8877665', 'vx 8*****5', 'wechat'],
    ['qq群号123456789', 'qq群号1*******9', 'qq'],
    ['+q 2233445566', '+q 2********6', 'qq'],
    ['加vabc88776', '加va******6', 'wechat'],
    ['vx8877665', 'vx8*****5', 'wechat'],
    ['qq12345678', 'qq1******8', 'qq'],
    ['QQ：10001', 'QQ：1***1', 'qq'],
    ['我邮箱abc@qq.com', '我邮箱a**@**.***', 'email'],
    ['寄北京市朝阳区建国路88号', '寄北京市朝阳区******', 'address'],
    ['幸福小区3栋2单元501', '************', 'address'],
    ['浙江省杭州市西湖区文三路12号3幢', '浙江省杭州市西湖区********', 'address'],
  ])('%s is shown as %s', (text, masked, kind) => {
    expect(findLeaks(text).map((leak) => leak.kind)).toEqual([kind]);
    expect(maskLeaks(text)).toBe(masked);
  });

  test.each([
    '1号链接 13 不',
    '1号链接多少钱',
    '165 120斤穿什么码',
    '130 140 150 160 都有吗',
    '13.8元三件 39.9元五件',
    '到手12345678901元',
    '2026-11-22 20:00:00 开播',
    '20261122200000',
    '订单号6921234567890123',
    '单号6222021234567890128',
    '发北京市朝阳区多久到',
    '走这条路1号链接便宜',
    '口红3号色5号色怎么选',
    '微信支付可以吗',
    'wechat payment 可以吗',
    '微信能付12345元吗',
    'qq糖好吃',
    '12345678901',
    '买了3号楼下同款',
    '110105194912310021',
    '6222021234567890127',
    '第一二三四五六七八九十名',
    '@小美 在吗',
  ])('%s gives nobody away', (text) => {
    expect(findLeaks(text)).toEqual([]);
    expect(maskLeaks(text)).toBe(text);
  });

  test('several are found in order', () => {
    const kinds = findLeaks('13800138000 微信abc12345 寄朝阳区建国路88号').map(({ kind }) => kind);

    expect(kinds).toEqual(['phone', 'wechat', 'address']);
  });

  test('a hostile text of the longest kind costs no time', () => {
    const hostile = [
      '路'.repeat(1000),
      '1号'.repeat(500),
      '1 '.repeat(500),
      'a@'.repeat(500),
      '微信'.repeat(500),
      'a.a@'.repeat(250),
      '路1'.repeat(500),
    ];
    const began = performance.now();

    for (const text of hostile) findLeaks(text);

    expect(performance.now() - began).toBeLessThan(500);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    '13800138000',
    '微信',
    'abc12345',
    '建国路',
    '88号',
    '朝阳区',
    '😀',
    '1',
    ' ',
    '-',
    '元',
    '号',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
);
const anything = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('whatever stands in a text', () => {
  test('leaks lie inside it, in order, apart, and split no character', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let last = 0;
        for (const { kind, start, end } of findLeaks(text)) {
          expect(leakKinds).toContain(kind);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).not.toMatch(/[\ud800-\udfff]/);
          last = end;
        }
      }),
    );
  });

  test('the mask is as long and changes nothing else', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const leaks = findLeaks(text);
        const masked = maskLeaks(text, leaks);

        expect(masked).toHaveLength(text.length);
        for (let at = 0; at < text.length; at++)
          if (!leaks.some(({ start, end }) => at >= start && at < end)) expect(masked[at]).toBe(text[at]);
      }),
    );
  });

  test('a telephone number never stays readable among Chinese words', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[好吃买了吗]{0,5}$/),
        fc.stringMatching(/^1[3-9]\d{9}$/),
        fc.stringMatching(/^[好吃买了吗]{0,5}$/),
        (before, phone, after) => {
          expect(maskLeaks(before + phone + after)).not.toContain(phone);
        },
      ),
    );
  });
});
