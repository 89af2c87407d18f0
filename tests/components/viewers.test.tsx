import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RoomContext, type RoomSource } from '../../components/room/Live.tsx';
import { PlaceContext } from '../../components/room/place.ts';
import { LogContext } from '../../components/use-log.ts';
import { RoomFeed } from '../../components/viewers/RoomFeed.tsx';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { keepViewer, readViewers } from '../../lib/log/viewers.ts';
import { createWriter } from '../../lib/log/writer.ts';
import { createRoomState, fold } from '../../lib/room/fold.ts';
import { comment } from '../fixtures/events.ts';
import { show, start } from './show.tsx';

let db: Database;
beforeEach(async () => {
  db = openDatabase(`test-${Math.random()}`);
});
afterEach(() => db.delete());

const said = [
  comment('多少钱', { id: '1', userId: '~a', nick: '阿青', at: start }),
  comment('有优惠券吗', { id: '2', userId: '~a', nick: '阿青', at: start + 1 }),
  comment('好看', { id: '3', userId: '~b', nick: '小满', at: start + 2 }),
];
async function feed() {
  const writer = createWriter(db, { now: () => start, newId: () => 's' });
  await writer.attach({ room: { platform: 'douyin', id: '1', title: '' }, tab: 1, stream: 'a' });
  await writer.append({ session: 's', stream: 'a', from: 'page', offset: 0, events: said });
  const state = createRoomState();
  for (const [seq, event] of said.entries()) fold(state, { ...event, seq });
  const source: RoomSource = { view: () => view, subscribe: () => () => {} };
  const view = { state, version: 1 };
  show(
    <LogContext value={db}>
      <PlaceContext value={{ session: 's', platform: 'douyin' }}>
        <RoomContext value={source}>
          <RoomFeed />
        </RoomContext>
      </PlaceContext>
    </LogContext>,
  );
  await screen.findByText('好看');
}
const kept = { nick: '', note: '', isPinned: false, isMuted: false, at: start };

test('whom I muted is left out of the list, which says so, and can be shown again', async () => {
  await keepViewer(db, { ...kept, id: '~a', isMuted: true });
  await feed();

  await screen.findByText('你屏蔽了 1 人，这里少显示 2 条');
  expect(screen.queryByText('多少钱')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '显示' }));

  expect(screen.getByText('多少钱')).toBeTruthy();
});

test('who is pinned is marked', async () => {
  await keepViewer(db, { ...kept, id: '~b', isPinned: true });
  await feed();

  expect(await screen.findByText('重点关注的观众')).toBeTruthy();
});

test('a comment leads to its author: what they said, what they are to the shop, and a note that is kept', async () => {
  await feed();
  fireEvent.click(screen.getByText('多少钱'));
  fireEvent.click(await screen.findByRole('button', { name: '看此人' }));

  await screen.findByText('潜力');
  expect(screen.getByText(/2 条评论 · 2 个问题/)).toBeTruthy();
  const note = screen.getByLabelText('备注');
  fireEvent.change(note, { target: { value: '问过两次价' } });
  fireEvent.blur(note);

  await expect.poll(() => readViewers(db)).toMatchObject([{ id: '~a', nick: '阿青', note: '问过两次价' }]);
});
