import { expect, test } from 'vitest';
import type { LiveEvent } from '../../../lib/model.ts';
import type { Script } from '../../../lib/reply/types.ts';
import { after, fills, report, says, shows, start, weSay } from './stretches.ts';

const shipping: Script = {
  id: 'ship',
  intent: 'shipping',
  scene: 'conversion',
  text: '亲，48小时内发货哦',
  examples: ['什么时候发货', '多久发货'],
};
const kindsOf = (events: readonly LiveEvent[], options = {}) =>
  report(events, options).advice.suggestions.map(({ kind }) => kind);
const ask = (text: string, times: number, from = 0) =>
  Array.from({ length: times }, (_, i) => says(from + i, `v${from + i}`, text));

test('what is asked three times without a script wants one, with the words that were said in answer', () => {
  const events = [
    ...ask('这个大衣有口袋吗', 3),
    fills(5, '有两个大口袋的', { question: 'v0-0' }),
    weSay(7, '有两个大口袋的哦'),
  ];

  expect(report(events).advice.suggestions).toContainEqual(
    expect.objectContaining({
      kind: 'write-script',
      question: '这个大衣有口袋吗',
      asks: 3,
      people: 3,
      answers: 1,
      reply: '有两个大口袋的哦',
      seqs: [0],
    }),
  );
  expect(kindsOf(ask('这个大衣有口袋吗', 2))).toEqual([]);
});

test('what has a script and was never answered leads to that script', () => {
  const { suggestions } = report(ask('什么时候发货', 4), { scripts: [shipping] }).advice;

  expect(suggestions).toMatchObject([{ kind: 'answer-it', script: 'ship', asks: 4, people: 4 }]);
});

test('a note of a person that no script answers counts at once, until it is taken back', () => {
  const noted: LiveEvent = { kind: 'lack', question: 'v0-0', text: '有口袋吗', intent: 'spec', ...after(2) };
  const asked = ask('这个大衣有口袋吗', 1);

  expect(kindsOf([...asked, noted])).toEqual(['write-script']);
  expect(kindsOf([...asked, noted, { ...noted, undone: true }])).toEqual([]);
});

test('a script that was reworded each time offers the words most often taken instead', () => {
  const taken = (at: number, text: string) => [
    ...ask('什么时候发货', 1, at),
    shows(at + 1, `v${at}-${at}`, 'ship'),
    fills(at + 2, text, { question: `v${at}-${at}`, script: 'ship', edited: true }),
  ];
  const events = [...taken(0, '今天就发哦'), ...taken(10, '今天就发哦'), ...taken(20, '明天发')];

  expect(report(events, { scripts: [shipping] }).advice.suggestions).toContainEqual(
    expect.objectContaining({ kind: 'adopt-edit', wording: '今天就发哦', edited: { part: 3, of: 3 } }),
  );
});

test('what we said twice against the rules comes back in the words of the rule', () => {
  const { suggestions } = report([weSay(1, '我们家最好'), weSay(9, '全场最好看')]).advice;

  expect(suggestions).toMatchObject([
    {
      kind: 'reword',
      sentence: '我们家最好',
      rewritten: '我们家很受喜欢',
      seqs: [0, 1],
      found: { count: 2 },
    },
  ]);
});

test('a product that is asked about and has no facts leads to the table', () => {
  const shelf: LiveEvent = {
    kind: 'goods',
    ...after(0),
    items: [{ id: 'p1', number: 1, title: '羊毛大衣' }],
    explaining: null,
  };
  const asked = ['1号链接多少钱', '大衣什么颜色', '1号链接有货吗'].map((text, i) =>
    says(i + 1, `v${i}`, text),
  );
  const facts = [{ label: '价格', value: '99元' }];

  expect(kindsOf([shelf, ...asked])).toEqual(['add-facts']);
  expect(kindsOf([shelf, ...asked], { products: [{ id: 'p1', names: '大衣', facts }] })).toEqual([]);
});

test('a stretch far slower than the rest is told with both medians', () => {
  const answered = (at: number, wait: number, text: string): LiveEvent[] => [
    says(at, `v${at}`, text),
    { kind: 'answer', question: `v${at}-${at}`, how: 'spoken', ...after(at + wait) },
  ];
  const quick = ['多少钱', '什么颜色', '包邮吗', '有货吗'].flatMap((text, i) => answered(10 * i, 4, text));
  const slow = ['怎么洗', '会起球吗', '能退吗'].flatMap((text, i) => answered(600 + 100 * i, 90, text));

  expect(report([...quick, ...slow]).advice.suggestions).toMatchObject([
    { kind: 'slow', from: start + 600_000, answers: 3, median: 90_000, usual: 4000 },
  ]);
});

test('many negative comments in a stretch call for calm, a few do not', () => {
  const rows = (bad: number) => [
    ...Array.from({ length: 20 - bad }, (_, i) => says(i, `v${i}`, '晚上好')),
    ...Array.from({ length: bad }, (_, i) => says(30 + i, `w${i}`, '质量太差了')),
  ];

  expect(report(rows(4)).advice.suggestions).toMatchObject([
    { kind: 'calm', negative: { part: 4, of: 20 }, usual: { part: 4, of: 20 } },
  ]);
  expect(kindsOf(rows(3))).toEqual([]);
});

test('where little can be said nothing is made up, and what is missing is named', () => {
  const { suggestions, lacking } = report(ask('这个大衣有口袋吗', 2)).advice;

  expect(suggestions).toEqual([]);
  expect(lacking).toContainEqual({ kind: 'write-script', have: 2, need: 3 });
  expect(lacking).toContainEqual({ kind: 'reword', have: 0, need: 2 });
});
