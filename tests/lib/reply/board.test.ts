import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardWindow, createBoard, placeQuestion } from '../../../lib/reply/board.ts';

const place = (texts: readonly string[]) => {
  const board = createBoard();
  return texts.map((text, at) => placeQuestion(board, { id: text, text, at }));
};

describe('placeQuestion', () => {
  it('puts other words for the same question on one card', () => {
    expect(place(['多少钱', '这个啥价', '几米呀', 'duoshaoqian'])).toEqual(Array(4).fill('多少钱'));
  });

  it.each([
    ['鱼线送吗', '送不送鱼线'],
    ['画布绷好了吗', '画布是不是绷好了'],
    ['笔尖能换吗', '笔尖可不可以更换'],
    ['出水率高吗', '出水率咋样'],
  ])('knows %s and %s for one, whatever their words are taken for', (a, b) => {
    expect(place([a, b])).toEqual([a, a]);
  });

  it.each([
    ['帐篷防雨吗', '帐篷防风吗'],
    ['伞骨结实吗', '伞面结实吗'],
    ['4米5的有吗', '5米4的有吗'],
    ['炉头怎么点火', '炉头怎么拆'],
  ])('keeps %s and %s apart, although all but a character agrees', (a, b) => {
    expect(place([a, b])).toEqual([a, b]);
  });

  it.each([
    ['能退吗', '不能退吗'],
    ['有没有优惠', '没有优惠吗'],
    ['孕妇能用吗', '孕妇不能用吗'],
    ['偏大吗', '偏小吗'],
    ['含糖吗', '无糖吗'],
  ])('keeps the opposites %s and %s apart', (a, b) => {
    expect(place([a, b])).toEqual([a, b]);
  });

  it.each([
    ['1号多少钱', '11号多少钱'],
    ['165 120穿什么码', '175 120穿什么码'],
    ['黑色还有吗', '白色还有吗'],
    ['新疆包邮吗', '西藏包邮吗'],
    ['128g多少钱', '256g多少钱'],
  ])('keeps the slots of %s and %s apart', (a, b) => {
    expect(place([a, b])).toEqual([a, b]);
  });

  it('leaves height out where fit is not asked', () => {
    expect(place(['多少钱', '我165 120多少钱'])).toEqual(['多少钱', '多少钱']);
  });

  it('keeps products apart, also through a card that named none', () => {
    expect(place(['口红多少钱', '眼影多少钱'])).toEqual(['口红多少钱', '眼影多少钱']);
    expect(place(['多少钱', '这个口红多少钱', '这个眼影多少钱'])).toEqual([
      '多少钱',
      '多少钱',
      '这个眼影多少钱',
    ]);
  });

  it('opens a new card when nobody asked for longer than the window', () => {
    const board = createBoard();

    const first = placeQuestion(board, { id: 'a', text: '多少钱', at: 0 });
    const soon = placeQuestion(board, { id: 'b', text: '多少钱', at: boardWindow });
    const late = placeQuestion(board, { id: 'c', text: '多少钱', at: 2 * boardWindow + 1 });

    expect([first, soon, late]).toEqual(['a', 'a', 'c']);
  });

  it('stays bounded whatever is asked', () => {
    const board = createBoard();
    for (let index = 0; index < 20_000; index++) {
      const text = `${String.fromCharCode(0x4e00 + (index % 5000))}${String.fromCharCode(0x6000 + (index % 4999))}多少钱`;
      placeQuestion(board, { id: `${index}`, text, at: index });
    }

    const cards = [...board.cards.values()].reduce((sum, kin) => sum + kin.length, 0);
    expect(cards).toBe(board.count);
    expect(board.count).toBeLessThanOrEqual(4000);
  });

  it('goes on from a clone as if nothing had happened', () => {
    const texts = fc.constantFrom(
      '多少钱',
      '啥价',
      '能退吗',
      '不能退吗',
      '1号链接',
      '11号链接',
      '口红多少钱',
      '有核吗',
    );
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 30 }), fc.nat(30), (comments, cut) => {
        const whole = createBoard();
        let cloned = createBoard();
        comments.forEach((text, at) => {
          if (at === cut) cloned = structuredClone(cloned);
          const question = { id: `${at}`, text, at };
          expect(placeQuestion(cloned, question)).toBe(placeQuestion(whole, question));
        });
      }),
    );
  });

  it('gives the same text the same card', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'能不退吗多少钱1号有没货的这个口红x '), minLength: 1 }),
        (text) => {
          const board = createBoard();
          const first = placeQuestion(board, { id: 'a', text, at: 0 });
          expect(placeQuestion(board, { id: 'b', text, at: 1 })).toBe(first);
        },
      ),
    );
  });
});
