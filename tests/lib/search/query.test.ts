import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDays } from '../../../lib/search/days.ts';
import { type Names, parseQuery } from '../../../lib/search/query.ts';

const names: Names = {
  platforms: { 抖音: 'douyin', 淘宝: 'taobao' },
  intents: { 发货: 'shipping' },
  rules: { 绝对化用语: 'A1' },
};
/** Sunday, 22 November 2026, 20:00. */
const now = new Date(2026, 10, 22, 20).getTime();
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime();
const parse = (typed: string) => parseQuery(typed, names, now).clauses;

test('words, phrases, prefixes in both languages and with both colons are read; a minus keeps out', () => {
  expect(parse('什么时候发货 "7天 退" -催单')).toEqual([
    { not: false, by: 'text', value: '什么时候发货', isPhrase: false },
    { not: false, by: 'text', value: '7天 退', isPhrase: true },
    { not: true, by: 'text', value: '催单', isPhrase: false },
  ]);
  expect(parse('用户:小满 user：“小 雪” -平台:抖音 platform:TAOBAO')).toEqual([
    { not: false, by: 'user', value: '小满' },
    { not: false, by: 'user', value: '小 雪' },
    { not: true, by: 'platform', value: 'douyin' },
    { not: false, by: 'platform', value: 'taobao' },
  ]);
  expect(parse('意图:发货 intent:price 规则:绝对化用语 rule:M4 房间:小满家居')).toEqual([
    { not: false, by: 'intent', value: 'shipping' },
    { not: false, by: 'intent', value: 'price' },
    { not: false, by: 'rule', value: 'A1' },
    { not: false, by: 'rule', value: 'M4' },
    { not: false, by: 'room', value: '小满家居' },
  ]);
});

test('a prefix without a value is still being typed, one with an unknown value is said', () => {
  expect(parse('用户: 发货')).toEqual([{ not: false, by: 'text', value: '发货', isPhrase: false }]);
  expect(parse('日期:')).toEqual([]);
  expect(parseQuery('平台:拼多多 日期:某天', names, now)).toEqual({
    clauses: [],
    unread: [
      { prefix: 'platform', value: '拼多多' },
      { prefix: 'date', value: '某天' },
    ],
  });
});

test('days, ranges and names of time are read by the calendar', () => {
  const oneDay = { from: day(2026, 11, 21), to: day(2026, 11, 22) };
  for (const written of [
    '昨天',
    'yesterday',
    '2026-11-21',
    '2026/11/21'.replaceAll('/', '.'),
    '11-21',
    '11月21日',
  ])
    expect([written, readDays(written, now)]).toEqual([written, oneDay]);
  expect(readDays('近7天', now)).toEqual({ from: day(2026, 11, 16), to: day(2026, 11, 23) });
  expect(readDays('11-01..11-07', now)).toEqual({ from: day(2026, 11, 1), to: day(2026, 11, 8) });
  expect(readDays('11-07~11-01', now)).toEqual({ from: day(2026, 11, 1), to: day(2026, 11, 8) });
  expect(readDays('2026-10', now)).toEqual({ from: day(2026, 10, 1), to: day(2026, 11, 1) });
  expect(readDays('本周', now)).toEqual({ from: day(2026, 11, 16), to: day(2026, 11, 23) });
  // not in the future
  expect(readDays('12-31', now)).toEqual({ from: day(2025, 12, 31), to: day(2026, 1, 1) });
  for (const wrong of ['2026-02-30', '13-01', '某天', '1..2..3', '']) expect(readDays(wrong, now)).toBeNull();
});

test('nothing that is typed throws', () => {
  const typed = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('用户:', '日期：', '-', '"', '“', '」', '..', '近99999天', ' ', '规则:'),
    ),
  );
  fc.assert(
    fc.property(typed, (pieces) => {
      parseQuery(pieces.join(''), names, now);
    }),
  );
});
