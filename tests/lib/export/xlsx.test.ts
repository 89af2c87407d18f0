import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Order } from '../../../lib/export/order.ts';
import { readingMaker } from '../../../lib/export/readings.ts';
import type { SheetWords } from '../../../lib/export/sheet-rows.ts';
import { writeXlsx } from '../../../lib/export/xlsx.ts';
import { zhCN } from '../../../lib/i18n/zh-cn.ts';
import { indexSession } from '../../../lib/index/pass.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { createWriter } from '../../../lib/log/writer.ts';
import type { Finding, LiveEvent } from '../../../lib/model.ts';
import { digestMaker } from '../../../lib/report/kept.ts';
import { start as at, flooded, showPlan, stamp } from '../../fixtures/day.ts';
import { comment } from '../../fixtures/events.ts';

let db: Database;
const words: SheetWords = {
  sheet: zhCN.export.sheet,
  intents: zhCN.intents,
  severity: zhCN.findings.severity,
};
const finding: Finding = {
  start: 0,
  end: 2,
  text: '最好',
  canonical: '最好',
  category: 'A1',
  severity: 'S3',
  rule: 'A1-best',
  list: 'ad-law',
  basis: '广告法第九条',
  evasion: false,
  exemption: null,
  rewrites: [],
};
const stamped = { at, seenAt: at };
const events: LiveEvent[] = [
  comment('L码还有吗', { id: 'q1', nick: '张三丰', userId: 'u1', at: at + 1000 }),
  comment('几天能到', { id: 'q2', at: at + 2000 }),
  { kind: 'metric', ...stamped, name: 'sales', value: 123_450 },
  { kind: 'draft', ...stamped, text: '最好', findings: [finding], rules: 'abcd1234' },
  {
    kind: 'suggestion',
    ...stamped,
    question: 'q1',
    replies: [{ script: 's1', text: '有的' }],
    rules: 'abcd1234',
  },
  {
    kind: 'fill',
    ...stamped,
    text: '亲，有的',
    question: 'q1',
    script: 's1',
    edited: true,
    rules: 'abcd1234',
  },
  comment('亲，有的', { id: 'a1', anchor: true, at: at + 11_000 }),
];

beforeEach(async () => {
  db = openDatabase(`test-${Math.random()}`);
  const writer = createWriter(db, { now: () => at, newId: () => 's' });
  await writer.attach({ room: { platform: 'taobao', id: '1', title: '小满' }, tab: 1, stream: 'a' });
  await writer.append({ session: 's', stream: 'a', from: 'page', offset: 0, events });
});
afterEach(() => db.delete());

async function sheets(order: Partial<Order> = {}): Promise<Record<string, unknown[][]>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const whole: Order = { session: 's', mask: false, ...order };
  await writeXlsx(
    db,
    whole,
    { words, text: zhCN, checker: null },
    async (bytes) => void parts.push(bytes.slice()),
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await new Blob(parts).arrayBuffer());
  return Object.fromEntries(
    book.worksheets.map((sheet) => [
      sheet.name,
      (sheet.getSheetValues() as unknown[][]).slice(2).map((row) => row.slice(1)),
    ]),
  );
}
const local = (ms: number) => new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);

const indexed = () =>
  indexSession(db, 's', {
    makers: [digestMaker(null), readingMaker],
    isStopped: () => false,
    now: () => at + 1e9,
  });

test.each([
  ['from the index', indexed],
  ['without an index', async () => {}],
])('each sheet holds its own, dates as dates and numbers as numbers, %s', async (_, prepare) => {
  await prepare();

  const { 评论, 问题, 回复, 合规, 数据 } = await sheets();

  expect(评论?.map((row) => [row[0], row[1], row[2], row[4], row[5]])).toEqual([
    [0, local(at + 1000), '张三丰', 'L码还有吗', expect.any(String)],
    [1, local(at + 2000), '小满', '几天能到', expect.any(String)],
    [6, local(at + 11_000), '小满', '亲，有的', expect.any(String)],
  ]);
  expect(问题?.[0]).toEqual([
    'L码还有吗',
    expect.any(String),
    1,
    1,
    local(at + 1000),
    local(at + 11_000),
    10,
    '填入',
    'q1',
  ]);
  expect(回复?.map((row) => [row[2], row[3], row[7] ?? ''])).toEqual([
    ['推荐', '有的', ''],
    ['填入', '亲，有的', '是'],
    ['发出', '亲，有的', ''],
  ]);
  expect(合规?.[0]).toEqual(
    expect.arrayContaining([3, '输入框', '最好', '禁用', '广告法第九条', 'abcd1234', '当时']),
  );
  expect(数据).toEqual([[2, local(at), '成交额', 1234.5, '元']]);
});

test('masked, no sheet holds a name or a user id', async () => {
  const text = JSON.stringify(await sheets({ mask: true }));

  expect(text).toContain('张***');
  expect(text).not.toMatch(/三丰|u1/);
});

test('a stretch of time holds the questions that were asked in it', async () => {
  const { 评论, 问题, 数据 } = await sheets({ selection: { from: at + 1500, to: at + 2500 } });

  expect(评论?.map((row) => row[4])).toEqual(['几天能到']);
  expect(问题?.map((row) => row[0])).toEqual(['几天能到']);
  expect(数据).toEqual([]);
});

test.each([
  ['from the index', indexed],
  ['without an index', async () => {}],
])('the day has its sheets: run of show against plan, alarms, plans, tools, %s', async (_, prepare) => {
  const day: LiveEvent[] = [
    { kind: 'show', ...stamp(20), show: 's', plan: showPlan('开场', '讲解') },
    { kind: 'segment', ...stamp(100), to: 1 },
    { kind: 'plan', ...stamp(110), run: 'r', plan: flooded },
    { kind: 'plan-step', ...stamp(115), run: 'r', step: 0 },
    { kind: 'plan-close', ...stamp(130), run: 'r', how: 'solved' },
    { kind: 'judged', ...stamp(140), of: 6, text: '这是最好的', findings: [finding], rules: 'abcd1234' },
  ];
  const writer = createWriter(db, { now: () => at, newId: () => 's' });
  await writer.append({ session: 's', stream: 'a', from: 'panel', offset: events.length, events: day });
  await prepare();

  const { 流程单, 预案, 提醒与处理, 互动工具 } = await sheets();

  expect(流程单?.map((row) => [row[1], row[5], row[6], row[7], row[8]])).toEqual([
    ['开场', local(at + 20_000), local(at + 20_000), 60, 80],
    ['讲解', local(at + 80_000), local(at + 100_000), 60, 40],
  ]);
  expect(预案?.map((row) => [row[0] ?? '', row[2], row[3], row[6] ?? ''])).toEqual([
    [local(at + 110_000), '恶意刷屏', '启动预案', ''],
    [local(at + 115_000), '恶意刷屏', '完成步骤', 5],
    ['', '恶意刷屏', '没有做', ''],
    [local(at + 130_000), '恶意刷屏', '已处理', 20],
  ]);
  expect(提醒与处理?.map((row) => [row[0], row[1], row[2]])).toContainEqual([
    12,
    local(at + 140_000),
    zhCN.alarm.finding,
  ]);
  expect(互动工具).toEqual([]);
});
