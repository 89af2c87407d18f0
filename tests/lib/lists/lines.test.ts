import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines, writeLines } from '../../../lib/lists/lines.ts';
import type { ListContent } from '../../../lib/lists/word-list.ts';

const names = { S3: '禁用', S2: '高风险', S1: '需依据', allow: '放行' };
const empty: ListContent = { terms: [], allow: [] };

test('a line is a word, its severity and its basis; blank lines are none', () => {
  const read = readLines('星空蓝\n\n夜海 蓝  高风险  品牌方 来函\n 老字号 放行\r\n清仓\tS1', names, empty);

  expect(read).toEqual({
    ok: true,
    content: {
      terms: [
        { text: '星空蓝', severity: 'S3' },
        { text: '夜海 蓝', severity: 'S2', basis: '品牌方 来函' },
        { text: '清仓', severity: 'S1' },
      ],
      allow: [{ text: '老字号' }],
    },
  });
});

test('one wrong line is named, and nothing is taken', () => {
  const read = readLines(`好词\n${'长'.repeat(41)}\n★★\n好词 高风险`, names, empty);

  expect(read).toEqual({
    ok: false,
    wrong: [
      { line: 2, problem: 'tooLong' },
      { line: 3, problem: 'noLetters' },
      { line: 4, problem: 'twice' },
    ],
  });
});

test('a word that was there keeps where it holds', () => {
  const before: ListContent = {
    terms: [{ text: '星空蓝', severity: 'S3', scope: { platform: 'douyin' } }],
    allow: [],
  };

  const read = readLines('星空蓝 高风险', names, before);

  expect(read).toMatchObject({
    content: { terms: [{ text: '星空蓝', severity: 'S2', scope: { platform: 'douyin' } }] },
  });
});

test('what is written is read back', () => {
  const word = fc.stringMatching(/^[一-龥a-z]{1,6}( [一-龥]{1,4})?$/).filter((text) => !/S\d/.test(text));
  const severity = fc.constantFrom('S3' as const, 'S2' as const, 'S1' as const);
  const marks = Object.values(names);
  const isPlain = ({ text }: { text: string }) => !text.split(' ').some((part) => marks.includes(part));
  const content = fc.record({
    terms: fc.uniqueArray(fc.record({ text: word.filter((text) => isPlain({ text })), severity }), {
      selector: ({ text }) => text,
    }),
    allow: fc.uniqueArray(fc.record({ text: word.filter((text) => isPlain({ text })) }), {
      selector: ({ text }) => text,
    }),
  });
  fc.assert(
    fc.property(content, (list) => {
      expect(readLines(writeLines(list, names), names, empty)).toEqual({ ok: true, content: list });
    }),
  );
});
