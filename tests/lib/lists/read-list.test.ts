import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeList } from '../../../lib/lists/merge-list.ts';
import { largestList, readList, readListText } from '../../../lib/lists/read-list.ts';
import { ListContent } from '../../../lib/lists/word-list.ts';
import { listFormats, writeList } from '../../../lib/lists/write-list.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
function read(text: string) {
  const made = readListText(text);
  if (!made.ok) throw new Error(made.reason);
  return made.list;
}
const words = (text: string) => read(text).content.terms.map((term) => term.text);

test('a text holds a word a line; comments name it and say when to ask again', () => {
  const list = read(
    '! Title: 美妆极限词\n# Expires: 4 days\n# Version: 12\n\n最好\n#最低价#\n@@最好的时光\n// 完\n',
  );

  expect(list.header).toEqual({ name: '美妆极限词', expires: 4 * 86_400_000, version: '12' });
  expect(list.content).toEqual({
    terms: [
      { text: '最好', severity: 'S2' },
      { text: '#最低价#', severity: 'S2' },
    ],
    allow: [{ text: '最好的时光' }],
  });
});

test('a severity behind a space is one, by the names that the pages show', () => {
  expect(
    read('员工价 S2\n内部福利 禁用 公司规定\n家人们冲 高风险\n@@经典款\n老款 放行\n买 一 送 一\n').content,
  ).toEqual({
    terms: [
      { text: '员工价', severity: 'S2' },
      { text: '内部福利', severity: 'S3', basis: '公司规定' },
      { text: '家人们冲', severity: 'S2' },
      { text: '买 一 送 一', severity: 'S2' },
    ],
    allow: [{ text: '经典款' }, { text: '老款' }],
  });
});

test('commas part words as public lists have them, unless a severity stands behind the first', () => {
  expect(words('最好,\n第一、唯一；顶级\n国家级，S3，广告法第九条\n')).toEqual([
    '最好',
    '第一',
    '唯一',
    '顶级',
    '国家级',
  ]);
  expect(read('国家级,S3,广告法第九条').content.terms).toEqual([
    { text: '国家级', severity: 'S3', basis: '广告法第九条' },
  ]);
  expect(read('国家级\t禁用\t广告法\n治愈\t医疗\n加微\t1523').content.terms).toEqual([
    { text: '国家级', severity: 'S3', basis: '广告法' },
    { text: '治愈', severity: 'S2', basis: '医疗' },
    { text: '加微', severity: 'S2' },
  ]);
});

test('a table is read by the names of its columns, wherever they stand', () => {
  const list = read(
    '分类,敏感词,等级,平台,到期\n功效,"根治,断根",高危,抖音,2026-12-01 08:00\n,好物,放行,,\n',
  );

  expect(list.content).toEqual({
    terms: [
      {
        text: '根治,断根',
        severity: 'S3',
        basis: '功效',
        scope: { platform: 'douyin', until: new Date(2026, 11, 1, 8).getTime() },
      },
    ],
    allow: [{ text: '好物' }],
  });
});

test('the common shapes of JSON are read', () => {
  expect(words('["最好","第一"]')).toEqual(['最好', '第一']);
  expect(words('{"words":["最好"],"data":{"list":["第一"]}}')).toEqual(['最好', '第一']);
  expect(read('{"name":"表","医疗":["根治"],"金融":["稳赚"]}')).toMatchObject({
    header: { name: '表' },
    content: {
      terms: [
        { text: '根治', basis: '医疗' },
        { text: '稳赚', basis: '金融' },
      ],
    },
  });
  expect(read('[{"id":1,"word":"根治","level":"high","category":"医疗"}]').content.terms).toEqual([
    { text: '根治', severity: 'S3', basis: '医疗' },
  ]);
});

test.each([
  ['GBK', Uint8Array.from([0xd7, 0xee, 0xba, 0xc3, 0x0a, 0xb5, 0xda, 0xd2, 0xbb])],
  ['UTF-8 with a mark', utf8('\ufeff最好\r\n第一')],
  ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x00, 0x67, 0x7d, 0x59, 0x0a, 0x00, 0x2c, 0x7b, 0x00, 0x4e])],
])('%s is read', async (_, bytes) => {
  const made = await readList(bytes);

  expect(made.ok && made.list.content.terms.map(({ text }) => text)).toEqual(['最好', '第一']);
});

test('each line that cannot be taken is told with its number and why', () => {
  const list = read(
    ['最好', `长${'很'.repeat(40)}`, '……', '最好', '/微.*信/', '坏\ufffd字', '第一'].join('\n'),
  );

  expect(list.faults.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'too-long'],
    [3, 'no-letters'],
    [4, 'duplicate'],
    [5, 'pattern'],
    [6, 'unreadable'],
  ]);
  expect(list.content.terms.map(({ text }) => text)).toEqual(['最好', '第一']);
  expect([list.faulty, list.repeated]).toEqual([4, 1]);
});

test('a severity, a platform or a date that means nothing stops its line, not to hold everywhere', () => {
  const list = read('word,severity,platform,until\n甲词,最高,,\n乙词,,微博,\n丙词,,,明天\n丁词,S1,,\n');
  const json = read('[{"text":"甲词","scope":{"platform":"weibo"}}]');

  expect(list.faults.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'level'],
    [3, 'scope'],
    [4, 'scope'],
  ]);
  expect(json.faults.map(({ reason }) => reason)).toEqual(['scope']);
});

test('what is no list is called by what it is', async () => {
  expect(readListText('<!DOCTYPE html><p>404</p>')).toEqual({ ok: false, reason: 'page' });
  expect(readListText('{"words":["最好"')).toEqual({ ok: false, reason: 'json' });
  expect(readListText('# nothing\n')).toEqual({ ok: false, reason: 'empty' });
  expect(await readList(utf8('PK\u0003\u0004 spoiled'))).toEqual({ ok: false, reason: 'workbook' });
  expect(await readList(new Uint8Array(largestList + 1))).toEqual({ ok: false, reason: 'too-big' });
});

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .map((noise) => `词${noise.replace(/[^\p{L}\p{N} =+@"',，、|-]/gu, '')}`.trim())
  .map((word) => (word.length % 3 === 0 ? `!${word}` : word));
const scope = fc.option(
  fc.record({
    platform: fc.constantFrom('douyin' as const, 'taobao' as const),
    until: fc.constant(1_796_083_200_000),
  }),
  { nil: undefined },
);
const term = fc
  .record({ text, severity: fc.constantFrom('S3' as const, 'S2' as const, 'S1' as const), scope })
  .map(({ scope, ...rest }) => ({ ...rest, ...(scope && { scope }) }));

test.each(listFormats)('what is written as %s is read again as it was', async (format) => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(term, { selector: (one) => one.text, minLength: 1, maxLength: 12 }),
      fc.uniqueArray(text, { maxLength: 4 }),
      async (terms, allow) => {
        const bare = format === 'txt' ? terms.map(({ text, severity }) => ({ text, severity })) : terms;
        const content = ListContent.parse({ terms: bare, allow: allow.map((text) => ({ text })) });

        const blob = writeList('一张表', content, format);
        const made = await readList(new Uint8Array(await blob.arrayBuffer()));

        expect(made).toMatchObject({ ok: true, list: { content, faulty: 0, repeated: 0 } });
      },
    ),
    { numRuns: 40 },
  );
});

test('a spreadsheet finds nothing to calculate in what is written', async () => {
  const csv = await writeList('表', { terms: [{ text: '=1+词', severity: 'S2' }], allow: [] }, 'csv').text();

  expect(csv).toContain(`"'=1+词"`);
});

const list = (...terms: [string, ('S1' | 'S2' | 'S3')?][]) => ({
  terms: terms.map(([text, severity = 'S2' as const]) => ({ text, severity })),
  allow: [],
});

test('merging adds and changes, replacing also removes; both say how much before anything is taken', () => {
  const [before, now] = [list(['甲'], ['乙'], ['丙']), list(['乙', 'S3'], ['丙'], ['丁'])];

  const merged = mergeList(before, now, 'merge');
  const replaced = mergeList(before, now, 'replace');

  expect(merged.content).toEqual(list(['甲'], ['乙', 'S3'], ['丙'], ['丁']));
  expect(merged.counts).toEqual({ added: 1, removed: 0, changed: 1, same: 2 });
  expect(replaced.content).toEqual(list(['乙', 'S3'], ['丙'], ['丁']));
  expect(replaced.counts).toEqual({ added: 1, removed: 1, changed: 1, same: 1 });
});
