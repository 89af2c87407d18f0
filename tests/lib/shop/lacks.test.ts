import { expect, test } from 'vitest';
import { foldLack, type Lacks, openLacks } from '../../../lib/shop/lacks.ts';

const at = 1_790_000_000_000;
const noted = (...acts: [text: string, undone?: true][]): Lacks => {
  const lacks: Lacks = new Map();
  for (const [seq, [text, undone]] of acts.entries())
    foldLack(lacks, {
      kind: 'lack',
      seq,
      at: at + seq,
      seenAt: at + seq,
      question: `q${seq}`,
      text,
      intent: 'usage',
      ...(undone && { undone }),
    });
  return lacks;
};

test('the same gap noted twice is one, the most noted first; taken back it is gone', () => {
  const lacks = noted(
    ['能机洗吗'],
    ['怎么充电'],
    ['怎么充电？？'],
    ['能机洗吗'],
    ['能机洗吗', true],
    ['保修吗'],
    ['保修吗', true],
  );

  expect(openLacks(lacks, [], []).map(({ text, count }) => [text, count])).toEqual([
    ['怎么充电？？', 2],
    ['能机洗吗', 1],
  ]);
});

test('a gap is closed by a script that has its question, or by a word', () => {
  const lacks = noted(['能机洗吗？'], ['怎么充电'], ['保修吗']);

  expect(openLacks(lacks, [{ examples: ['能机洗吗'] }], ['保修吗']).map(({ text }) => text)).toEqual([
    '怎么充电',
  ]);
});

test('an intent nobody knows is read as other', () => {
  const lacks: Lacks = new Map();
  foldLack(lacks, { kind: 'lack', seq: 0, at, seenAt: at, question: 'q', text: '？怎么', intent: 'new-one' });

  expect(openLacks(lacks, [], [])[0]?.intent).toBe('other');
});
