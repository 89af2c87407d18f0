import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ToolSection } from '../../components/day/tools/ToolSection.tsx';
import { toolActs } from '../../components/day/tools/tool-acts.ts';
import type { Act, RoomActions } from '../../components/room/actions.ts';
import { PlaceContext } from '../../components/room/place.ts';
import { LogContext } from '../../components/use-log.ts';
import { compileRules } from '../../lib/compliance/index.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import type { LoggedEvent } from '../../lib/model.ts';
import { createRoomState, fold } from '../../lib/room/fold.ts';
import { createAudit } from '../../lib/tools/audit.ts';
import { comment } from '../fixtures/events.ts';
import { settle, show, start } from './show.tsx';

const checker = compileRules();
let db: Database;
beforeEach(() => {
  fakeBrowser.reset();
  db = openDatabase(`test-${Math.random()}`);
});
afterEach(() => db.delete());

const section = (state = createRoomState(), actions: Partial<RoomActions> | null = { record: vi.fn() }) => (
  <LogContext value={db}>
    <PlaceContext value={{ session: 's', platform: 'douyin' }}>
      <ToolSection state={state} actions={actions as RoomActions | null} checker={checker} />
    </PlaceContext>
  </LogContext>
);
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('a vote is started with its words, each option by its number or its name', async () => {
  const record = vi.fn();
  show(section(undefined, { record }));
  fireEvent.click(screen.getByRole('button', { name: '投票' }));
  type('标题（主播念的话）', '想先看哪件');
  type('选项，一行一个', '风衣\n毛衣');

  fireEvent.click(screen.getByRole('button', { name: '开始' }));
  await settle();

  expect(record).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      kind: 'tool',
      setup: {
        what: 'vote',
        title: '想先看哪件',
        options: [
          { name: '风衣', words: ['1', '风衣'] },
          { name: '毛衣', words: ['2', '毛衣'] },
        ],
        counts: 'last',
      },
    }),
  );
});

test('bait says why it must not be used, and cannot be started', async () => {
  show(section());
  fireEvent.click(screen.getByRole('button', { name: '投票' }));
  type('标题（主播念的话）', '扣1送丝巾');
  type('选项，一行一个', '风衣\n毛衣');
  await settle();

  expect(screen.getByText(/骗互动/)).toBeTruthy();
  expect((screen.getByRole('button', { name: '开始' }) as HTMLButtonElement).disabled).toBe(true);
});

test('a replay shows what was and offers nothing to do', async () => {
  const state = createRoomState();
  const setup = { what: 'quiz' as const, title: '几种颜色', right: ['5'], wrong: [], first: 3 };
  fold(state, { kind: 'tool', at: start, seenAt: start, seq: 0, id: 't', setup, rules: '' });
  show(section(state, null));
  await settle();

  expect(screen.getByText('几种颜色')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '截止' })).toBeNull();
});

test('a draw by these hands is one that can be drawn again; without its secret nothing is drawn', async () => {
  const events: LoggedEvent[] = [];
  const state = createRoomState();
  const add = (event: object) => {
    const one = { at: start, seenAt: start, ...event, seq: events.length } as LoggedEvent;
    events.push(one);
    fold(state, one);
  };
  const acts = toolActs({ record: (act: Act) => add(act) });
  await acts.start(
    {
      what: 'draw',
      title: '抽',
      words: ['来了'],
      winners: 2,
      prize: '',
      worth: null,
      blocked: [],
      onceOnly: true,
    },
    '',
  );
  for (const userId of ['a', 'b', 'c']) add(comment('来了', { userId, id: userId }));
  const run = state.tools.runs[0]!;
  acts.close(run);

  expect(await acts.draw(run)).toBe('drawn');

  const auditor = createAudit();
  const audits = [];
  for (const event of events) audits.push(await auditor.take(event));
  expect(audits.at(-1)).toMatchObject({ faults: [], isWhole: true });
  expect(run.drawn?.winners.length).toBe(2);
  await fakeBrowser.storage.session.clear();
  expect(await acts.draw(run)).toBe('lost');
});
