import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { SessionsPage } from '../../components/sessions/SessionsPage.tsx';
import { LogContext } from '../../components/use-log.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import type { Session } from '../../lib/model.ts';
import { show, start } from './show.tsx';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

const session = (id: string, more: Partial<Session>): Session => ({
  id,
  platform: 'douyin',
  roomId: id,
  title: id,
  tabId: null,
  startedAt: start,
  lastAt: start + 3_723_000,
  endedAt: start + 3_723_000,
  isClosed: false,
  events: 10,
  comments: 1204,
  rejected: 0,
  streams: {},
  loose: 0,
  ...more,
});

async function page(sessions: Session[]): Promise<Database> {
  const db = openDatabase(`sessions-${crypto.randomUUID()}`);
  opened.push(db);
  await db.sessions.bulkPut(sessions);
  show(
    <LogContext value={db}>
      <SessionsPage />
    </LogContext>,
  );
  return db;
}
const rows = () => screen.getAllByRole('row').slice(1);

test('sessions are listed newest first with length and comments', async () => {
  await page([session('早场', {}), session('晚场', { startedAt: start + 3_600_000, platform: 'taobao' })]);
  await screen.findByText('晚场');

  expect(rows().map((row) => row.textContent)).toEqual([
    expect.stringContaining('晚场'),
    expect.stringContaining('早场'),
  ]);
  expect(rows()[1]?.textContent).toContain('1:02:03');
  expect(rows()[1]?.textContent).toContain('1,204');
});

test('a search finds by room, platform and date together', async () => {
  await page([session('小满', {}), session('小寒', { platform: 'kuaishou' })]);
  await screen.findByText('小满');

  await userEvent.type(screen.getByRole('searchbox'), '2026-11 快手 小');

  expect(rows()).toHaveLength(1);
  expect(rows()[0]?.textContent).toContain('小寒');
});

test('an empty list says what to do', async () => {
  await page([]);

  expect(await screen.findByText('还没有记录过直播')).toBeTruthy();
});

test('a session that runs cannot be deleted', async () => {
  await page([session('直播', { endedAt: null, tabId: 3 })]);
  await screen.findByText('直播');

  expect(screen.queryByRole('button', { name: /删除/ })).toBeNull();
});

test('deleting asks first, then asks the background', async () => {
  const asked: unknown[] = [];
  const listener = (message: unknown, _: unknown, respond: (answer: unknown) => void) => {
    asked.push(message);
    respond({ ok: true });
    return true;
  };
  browser.runtime.onMessage.addListener(listener as never);
  await page([session('昨晚', {})]);

  await userEvent.click(await screen.findByRole('button', { name: '删除 昨晚' }));
  expect(await screen.findByText('删除这一场？')).toBeTruthy();
  expect(asked).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: '删除' }));

  await waitFor(() =>
    expect(asked).toEqual([{ name: 'ui-bg:delete', payload: { session: '昨晚', who: '' } }]),
  );
  browser.runtime.onMessage.removeListener(listener as never);
});
