import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Segment, segmentParts } from '../../../lib/model.ts';
import { csvLine, readTable } from '../../../lib/sheet/csv.ts';
import { lengthText, readLength } from '../../../lib/show/length.ts';
import { readShowRows, type ShowWords, showRows } from '../../../lib/show/table.ts';

const words: ShowWords = {
  columns: {
    name: '环节',
    part: '类型',
    length: '时长（分钟）',
    product: '商品',
    owner: '负责人',
    script: '话术',
    aim: '目的',
  },
  parts: {
    suspense: '悬念',
    benefit: '福利',
    solution: '方案',
    content: '讲解',
    questions: '答疑',
    closing: '促单',
    other: '其他',
  },
};
const read = (text: string) => readShowRows(readTable(text), [words]);

test.each([
  ['10', 600],
  ['1.5', 90],
  ['10分钟', 600],
  ['90秒', 90],
  ['1:30', 90],
  ['1:00:00', 3600],
  ['２小时', 7200],
  ['20:00-20:10', 600],
  ['23:50 至 00:10', 1200],
  ['', null],
  ['0', null],
  ['十分钟', null],
  ['7小时', null],
  ['-5', null],
])('a length of "%s" is %s seconds', (text, seconds) => {
  expect(readLength(text)).toBe(seconds);
});

test('a table that is wrong in line 40 says which cell, and loses none of the others', () => {
  const lines = Array.from({ length: 45 }, (_, i) => `讲解 ${i + 1},讲解,${i + 2 === 40 ? '很久' : 10}`);

  const { lines: found } = read(['环节,类型,时长（分钟）', ...lines].join('\n'));

  expect(found).toHaveLength(45);
  expect(found.filter((one) => 'problem' in one)).toEqual([
    { line: 40, cells: ['讲解 39', '讲解', '很久'], problem: 'bad-length', column: 'length' },
  ]);
});

test('rows that a person copied without their head stand in our own order', () => {
  const { lines, head } = read('开场\t悬念\t1:30\t3号\t小满\t欢迎来到直播间\t留人');

  expect(head).toBeNull();
  expect(lines[0]).toMatchObject({
    segment: {
      name: '开场',
      part: 'suspense',
      length: 90,
      product: '3号',
      owner: '小满',
      script: '欢迎来到直播间',
      aim: '留人',
    },
  });
});

test("another maker's sheet is read by what its columns are called, and its spans tell when it starts", () => {
  const { lines, startsAt } = read('时间段,环节,责任人\n19:30-19:40,暖场,场控\n19:40-20:00,讲解,主播');

  expect(startsAt).toBe('19:30');
  expect(lines).toMatchObject([
    { segment: { name: '暖场', part: 'other', length: 600, owner: '场控' } },
    { segment: { name: '讲解', part: 'content', length: 1200 } },
  ]);
});

test('whatever a plan holds comes back from its own sheet', () => {
  const line = (max: number) =>
    fc
      .string({ minLength: 1, maxLength: max })
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
  const segment = fc.record(
    {
      name: line(20).filter((name) => !Object.values(words.parts).includes(name)),
      part: fc.constantFrom(...segmentParts),
      length: fc.integer({ min: 10, max: 6 * 3600 }),
      product: line(20),
      owner: line(20),
      script: line(60),
      aim: line(20),
    },
    { requiredKeys: ['name', 'part', 'length'] },
  );
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 8 }), (segments) => {
      const { lines } = read(showRows(segments, words).map(csvLine).join(''));
      const back = lines.map((one) => ('segment' in one ? Segment.parse(one.segment) : one));

      expect(back).toEqual(segments);
    }),
  );
});

test('a length is typed again as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 6 * 3600 }), (seconds) => {
      expect(readLength(lengthText(seconds))).toBe(seconds);
    }),
  );
});
