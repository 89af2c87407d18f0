import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { diagnosisFile } from '../../components/health/diagnosis.ts';
import { HealthView } from '../../components/health/HealthView.tsx';
import type { HealthEvent, Session } from '../../lib/model.ts';
import { createRoomState, fold } from '../../lib/room/fold.ts';
import { show, start } from './show.tsx';

const session = {
  id: 'session-1',
  platform: 'douyin',
  roomId: '7686342044733789199',
  title: '小满家居旗舰店',
  tabId: 1,
  startedAt: start,
  lastAt: start,
  endedAt: null,
  isClosed: false,
  events: 9,
  comments: 3,
  rejected: 2,
  streams: { 'stream-1': 9 },
  loose: 0,
} as Session;

const health = (over: Partial<HealthEvent> = {}): HealthEvent => ({
  kind: 'health',
  at: start,
  seenAt: start,
  trouble: null,
  feed: 1204,
  dom: 3,
  merged: 1100,
  dropped: { malformed: 1, oversized: 0, duplicate: 4 },
  pulse: {
    hook: true,
    ways: { feed: true, list: true },
    taught: false,
    firstAt: start,
    lastAt: start + 57_000,
    heardAt: start + 59_000,
    perMinute: 26,
    parsed: 99.9,
    fields: { id: 98, user: 100, nick: 100, time: 0 },
    agreement: 97,
    refuted: 5,
    waiting: 12,
    page: { paused: false, idle: false, loggedOut: false, hidden: false, slowed: false, over: false },
  },
  ...over,
});

function stateOf(events: readonly HealthEvent[]) {
  const state = createRoomState();
  let seq = 0;
  fold(state, { kind: 'room', phase: 'live', at: start, seenAt: start, seq: seq++ });
  const words = { nick: '晚风', text: '多少钱', idKind: 'feed', source: 'feed' } as const;
  fold(state, { kind: 'comment', at: start, seenAt: start, id: '7', ...words, seq: seq++ });
  for (const event of events) fold(state, { ...event, seq: seq++ });
  return state;
}
const view = (state = stateOf([health()]), isAnswering = true) => (
  <HealthView session={session} state={state} isAnswering={isAnswering} onClose={() => {}} />
);

test('every figure is shown in plain words', () => {
  show(view());

  for (const words of [
    '评论正在正常读取',
    '已就位',
    '接口 + 页面列表',
    '26 条/分',
    '99%',
    '97%',
    '12 条',
    '00:03',
  ])
    expect(document.body.textContent).toContain(words);
  expect(document.body.textContent).toContain('格式不对 3 · 过大 0 · 重复 4 · 只在列表里 5');
  expect(document.querySelectorAll('[data-wrong]')).toHaveLength(0);
});

test('frames that only the page can open are told apart from broken ones', () => {
  show(view(stateOf([health({ dropped: { malformed: 1, oversized: 0, duplicate: 4, sealed: 3 } })])));

  expect(document.body.textContent).toContain('格式不对 3 · 过大 0');
  expect(document.body.textContent).toContain('加密、只有页面能解 3');
});

test('what is wrong stands out, with what capture falls back to', () => {
  const { pulse } = health();
  const broken = health({
    trouble: 'feed-unreadable',
    pulse: {
      ...pulse!,
      ways: { feed: false, list: true },
      parsed: 40,
      page: { ...pulse!.page, slowed: true },
    },
  });
  show(view(stateOf([health(), broken])));

  expect(screen.getByRole('status').textContent).toContain('现在只靠页面列表读');
  expect([...document.querySelectorAll('[data-wrong] dt')].map((name) => name.textContent)).toEqual([
    '接口最近应答',
    '接口里读得懂的',
    '标签页',
  ]);
});

test('gaps and past troubles are told with their times', () => {
  const state = stateOf([health({ trouble: 'feed-silent', at: start + 1000 }), health({ at: start + 2000 })]);
  fold(state, {
    kind: 'gap',
    at: start,
    seenAt: start,
    from: start,
    to: start + 60_000,
    reason: 'page-away',
    lost: 2,
    recovered: 7,
    seq: 9,
  });
  show(view(state));

  expect(document.body.textContent).toContain('页面关闭、刷新或崩溃 · 补回 7 条 · 丢失 2 条');
  expect(document.body.textContent).toContain('恢复正常');
});

test('a diagnosis holds no name, title, id or words of the room', () => {
  const file = diagnosisFile(
    session,
    stateOf([health({ trouble: 'feed-silent' })]),
    { page: 'buyin.jinritemai.com/dashboard/live/control', list: '{"tag":"div"}', isList: true },
    { extension: '0.1.0', browser: 'Chromium' },
    start,
  );

  for (const word of ['小满', '7686342044733789199', '晚风', '多少钱', 'session-1', 'stream-1'])
    expect(file).not.toContain(word);
  expect(JSON.parse(file)).toMatchObject({
    session: { platform: 'douyin', comments: 3, loads: 1 },
    health: { trouble: 'feed-silent', pulse: { perMinute: 26 } },
    troubles: [{ trouble: 'feed-silent' }],
    page: { structure: { tag: 'div' } },
  });
});
