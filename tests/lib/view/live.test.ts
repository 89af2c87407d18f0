import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { createWriter, type Writer } from '../../../lib/log/writer.ts';
import { followRoom, type LiveRoom } from '../../../lib/view/live.ts';
import { openReplay } from '../../../lib/view/replay.ts';
import { comment } from '../../fixtures/events.ts';

const start = 1_790_000_000_000;
let db: Database;
let writer: Writer;
let room: LiveRoom | null = null;

beforeEach(async () => {
  db = openDatabase(`test-${Math.random()}`);
  writer = createWriter(db, { now: () => start, newId: () => 's' });
  await writer.attach({ room: { platform: 'douyin', id: '1', title: '' }, tab: 1, stream: 'a' });
});
afterEach(async () => {
  room?.stop();
  room = null;
  await db.delete();
});

let offset = 0;
beforeEach(() => {
  offset = 0;
});
async function say(count: number, gap = 1000): Promise<void> {
  const events = Array.from({ length: count }, (_, i) => {
    const seenAt = start + (offset + i) * gap;
    return comment(`好看 ${offset + i}`, { at: seenAt, seenAt });
  });
  await writer.append({ session: 's', stream: 'a', from: 'page', offset, events });
  offset += count;
}
const texts = () => room?.view().state.feed.map((row) => row.text);

test('shows what is stored, then each batch as it is appended', async () => {
  await say(3);
  room = followRoom(db, 's');
  await vi.waitFor(() => expect(room?.view().isComplete).toBe(true));

  await say(2);
  await vi.waitFor(() => expect(room?.view().state.figures.comments).toBe(5));

  expect(texts()).toEqual(['好看 0', '好看 1', '好看 2', '好看 3', '好看 4']);
});

test('every comment arrives once when appends run while it catches up', async () => {
  await say(900);
  room = followRoom(db, 's');
  for (let i = 0; i < 40; i++) await say(7);

  await vi.waitFor(() => expect(room?.view().state.figures.comments).toBe(900 + 280));
  expect(new Set(texts()).size).toBe(texts()?.length);
});

test('a replay shows the room as it was at any moment, forwards and backwards', async () => {
  await say(100);
  const replay = await openReplay(db, 's', { now: () => 0 });
  const seekTo = async (ms: number) => {
    replay.seek(ms);
    await vi.waitFor(() => expect(replay.view().isSeeking).toBe(false));
    return replay.view().state.figures.comments;
  };

  expect(replay.view().duration).toBe(99_000);
  expect(await seekTo(50_000)).toBe(51);
  expect(await seekTo(10_000)).toBe(11);
  expect(await seekTo(99_000)).toBe(100);
  expect(await seekTo(0)).toBe(1);
  replay.stop();
});

test('a seek that is overtaken by another leaves no trace', async () => {
  await say(100);
  const replay = await openReplay(db, 's', { now: () => 0 });

  replay.seek(90_000);
  replay.seek(20_000);
  await vi.waitFor(() => expect(replay.view().isSeeking).toBe(false));

  expect(replay.view().state.figures.comments).toBe(21);
  replay.stop();
});
