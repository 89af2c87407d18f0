import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ToolSetup } from '../../../lib/model.ts';
import { createTools, foldTool, type ToolRun } from '../../../lib/tools/run.ts';
import { sentenceOf } from '../../../lib/tools/sentence.ts';
import { whichFirst } from '../../fixtures/day.ts';

const stamp = { at: 1_790_000_000_000, seenAt: 1_790_000_000_000, seq: 0 };
function runOf(setup: ToolSetup, over: Partial<ToolRun>): ToolRun {
  const tools = createTools();
  foldTool(tools, { kind: 'tool', ...stamp, id: 't', setup, rules: '' });
  return { ...tools.runs[0]!, ...over };
}
const quiz: ToolSetup = { what: 'quiz', title: '几种颜色', right: ['5'], wrong: [], first: 3 };

test('a vote is told with all its options, the most first; with the first alone where it is long', () => {
  const run = runOf(whichFirst, { closedAt: 1, counts: [12, 30], count: 42 });

  expect(sentenceOf(run, [], 50)).toBe('投票结果：毛衣30票，风衣12票，共42人');
  expect(sentenceOf(run, [], 20)).toBe('投票结果：毛衣30票领先，共42人');
});

test('a quiz names the first ones, and nobody where nobody was right', () => {
  expect(sentenceOf(runOf(quiz, { closedAt: 1, counts: [3, 2] }), ['小满', '阿青'], 50)).toBe(
    '答案是5，2人答对，最先答对：@小满、@阿青',
  );
  expect(sentenceOf(runOf(quiz, { closedAt: 1, counts: [3, 0] }), [], 50)).toBe('答案是5，0人答对');
});

test('nothing is told of what still runs or was given up', () => {
  expect(sentenceOf(runOf(whichFirst, {}), [], 50)).toBe(null);
  expect(sentenceOf(runOf(whichFirst, { closedAt: 1, isDropped: true }), [], 50)).toBe(null);
});

test('as many names are told as fit, and how many there are in all', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 30 }),
      (names) => {
        const run = runOf(
          {
            what: 'draw',
            title: '抽',
            words: ['1'],
            winners: 30,
            prize: '',
            worth: null,
            blocked: [],
            onceOnly: false,
            commitment: '',
          },
          {
            closedAt: 1,
            drawn: {
              at: 1,
              candidates: 99,
              digest: '',
              secret: '',
              places: [],
              winners: names.map((_, i) => i),
            },
          },
        );

        const told = sentenceOf(run, names, 50)!;

        expect(told.length).toBeLessThanOrEqual(50);
        if (told.includes('等')) expect(told).toContain(`等${names.length}位`);
      },
    ),
  );
});
