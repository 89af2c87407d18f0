import { expect, test } from 'vitest';
import { shownRows, type Told, tellPrompts, tellSlips, tellTools } from '../../../lib/i18n/tell-report.ts';
import { textIn } from '../../../lib/i18n/text.ts';
import type { LiveEvent, LoggedEvent } from '../../../lib/model.ts';
import { createLibrary } from '../../../lib/reply/library.ts';
import type { Digest } from '../../../lib/report/digest.ts';
import { digestOf } from '../../../lib/report/digest-of.ts';
import { read, write } from '../../../lib/report/kept.ts';
import { reportOf } from '../../../lib/report/report.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import type { Turn } from '../../../lib/room/state.ts';
import { lowest, whichFirst } from '../../fixtures/day.ts';
import { after, says, start } from '../report/stretches.ts';

const spoken = (second: number, text: string): LiveEvent => ({
  kind: 'spoken',
  ...after(second),
  from: start,
  to: after(second).at,
  text,
  findings: text.startsWith('全网最') ? [lowest] : [],
  rules: '',
  by: 'device',
  ms: 90,
});
const card = (second: number, id: string, by: 'control' | 'host'): LiveEvent => ({
  kind: 'prompt',
  ...after(second),
  card: { id, what: 'question', asked: '几天到', answer: '两三天', unsaid: [], product: null, by, rules: '' },
});
const events: LiveEvent[] = [
  {
    kind: 'tool',
    ...after(0),
    id: 'v',
    rules: '',
    setup: whichFirst,
  },
  {
    kind: 'tool',
    ...after(1),
    id: 'q',
    rules: '',
    setup: { what: 'quiz', title: '几号链接', right: ['3'], wrong: ['4'], first: 1 },
  },
  says(2, 'a', '2'),
  says(3, 'b', '3'),
  says(4, 'c', '2'),
  says(5, 'd', '几天到新疆'),
  { kind: 'tool-close', ...after(10), tool: 'v' },
  card(12, 'd-5', 'control'),
  spoken(14, '全网最低价'),
  spoken(16, '今天风大'),
  { kind: 'answer', ...after(20), question: 'd-5', how: 'spoken' },
  { kind: 'correct', ...after(34), of: 8, how: 'corrected' },
  { kind: 'tool-close', ...after(40), tool: 'q' },
  card(50, 'x', 'host'),
];

/** Digests of the session, cut before these seqs. */
function digests(...cuts: number[]): Digest[] {
  const state = createRoomState();
  return [0, ...cuts].map((first, i) => {
    const turns: Turn[] = [];
    const some = events
      .slice(first, cuts[i] ?? events.length)
      .map((event, n): LoggedEvent => ({ ...event, seq: first + n }));
    for (const event of some) fold(state, event, (turn) => turns.push(turn));
    const { goods } = state;
    return digestOf({ first, count: some.length, events: some, rows: [], turns, goods, state }, null);
  });
}
const session = {
  id: 's',
  platform: 'douyin' as const,
  title: '',
  events: events.length,
  rejected: 0,
  startedAt: start,
};
const report = (...cuts: number[]) =>
  reportOf(
    digests(...cuts).map((one) => read(write(one))),
    session,
    createLibrary([]),
    [],
  );
const zh = textIn('zh-CN');
/** Without the time, which is where the test runs. */
const shown = (told: Told) => shownRows(told, zh).map((row) => row.slice(1));

test('tools stand in the report with what came of them, votes by option and the first right answers', () => {
  const told = tellTools(report(), zh);

  expect(shown(told).map((row, i) => [...row, told.rows[i]?.winners])).toEqual([
    ['投票', '先看哪件', '2', '毛衣 2 · 风衣 0', '00:10', []],
    ['问答', '几号链接', '3', '3 · 答对 1 人，答错 2 人', '00:39', [3]],
  ]);
});

test('what the host was shown stands there with who put it up and how soon it was answered', () => {
  expect(shown(tellPrompts(report(), zh))).toEqual([
    ['几天到', '两三天', '场控', '00:08'],
    ['几天到', '两三天', '主播', ''],
  ]);
});

test('risky words of the host stand there with how soon they were put right; the rest is not kept', () => {
  const told = tellSlips(report(), zh);

  expect(told.hint).toBe('1 处里有 1 处当场更正。');
  expect(shown(told)).toEqual([['全网最低价', '全网最（广告法9(三)）', '已现场更正', '00:20']]);
  expect(digests().flatMap(({ day }) => day.filter(({ kind }) => kind === 'spoken'))).toHaveLength(1);
});

test('however the session was cut, the report tells the same', () => {
  expect(report(1, 4, 9, 11)).toEqual(report());
});
