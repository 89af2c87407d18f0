import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkpointMaker } from '../../../lib/index/checkpoint.ts';
import { momentsMaker } from '../../../lib/index/moments.ts';
import { indexSession } from '../../../lib/index/pass.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { readEvents } from '../../../lib/log/reader.ts';
import { createWriter, type Writer } from '../../../lib/log/writer.ts';
import type { LiveEvent } from '../../../lib/model.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import { openOutline } from '../../../lib/view/outline.ts';
import { openReplay, type Replay, type ReplayView } from '../../../lib/view/replay.ts';
import { seqNear } from '../../../lib/view/seq-near.ts';
import { broadcast } from '../../fixtures/broadcast.ts';
import { plainRoom } from '../../fixtures/plain-room.ts';

const start = 1_790_000_000_000;
const all = broadcast({ events: 12_000, start });
let db: Database;
let writer: Writer;
let replay: Replay | null = null;
let offset = 0;

beforeEach(async () => {
  db = openDatabase(`test-${Math.random()}`);
  offset = 0;
  writer = createWriter(db, { now: () => start + 12_000 * 150, newId: () => 's' });
  await writer.attach({ room: { platform: 'douyin', id: '1', title: '' }, tab: 1, stream: 'a' });
});
afterEach(async () => {
  replay?.stop();
  replay = null;
  await db.delete();
});

async function append(events: readonly LiveEvent[]): Promise<void> {
  for (let i = 0; i < events.length; i += 600) {
    const batch = events.slice(i, i + 600);
    await writer.append({ session: 's', stream: 'a', from: 'panel', offset, events: batch });
    offset += batch.length;
  }
}
const index = () =>
  indexSession(db, 's', {
    makers: [checkpointMaker(), momentsMaker],
    isStopped: () => false,
    now: () => start,
  });
async function open(at: number | null = null): Promise<Replay> {
  replay = await openReplay(db, 's', { now: () => 0, at });
  return replay;
}
const settled = (opened: Replay) =>
  vi.waitFor(() => expect(opened.view()).toMatchObject({ isSeeking: false, isExact: true }), {
    timeout: 20_000,
  });

test('a far moment of a session without an index is there at once in rows, then exactly', async () => {
  await append(all);
  const opened = await open();
  const seen: ReplayView[] = [];
  opened.subscribe(() => seen.push(opened.view()));

  opened.seekSeq(11_000);
  await settled(opened);

  const rough = seen.find(({ isExact }) => !isExact);
  expect(rough?.state.feed.at(-1)?.seq).toBe(opened.view().state.feed.at(-1)?.seq);
  expect(rough?.state.figures.comments).toBeLessThan(400);
  expect(opened.view().state.seq).toBe(11_000);
  expect(opened.view().state.figures.comments).toBeGreaterThan(9000);
}, 30_000);

test('a far moment is opened with its rows, before the exact room is there', async () => {
  await append(all);

  const opened = await open(11_000);
  expect(opened.view().isExact).toBe(false);
  expect(opened.view().state.feed.at(-1)?.seq).toBe(10_999);

  await settled(opened);
  expect(opened.view().state.seq).toBe(11_000);
});

test('with an index every seek gives the very room that folding everything gives', async () => {
  await append(all);
  await index();
  const opened = await open(9_500);

  for (const seq of [9_500, 300, 11_999, 6_001]) {
    opened.seekSeq(seq);
    await settled(opened);

    const whole = createRoomState();
    for (const event of (await readEvents(db, 's', 0, seq)).events) fold(whole, event);
    // the oldest rows of the feed follow the picture
    await vi.waitFor(() => expect(plainRoom(opened.view().state)).toEqual(plainRoom(whole)), 5000);
  }
}, 60_000);

test('of many seeks in a row the last one counts, and its feed fills up once it rests', async () => {
  await append(all);
  await index();
  const opened = await open(300);
  const places = new Set<number>();
  opened.subscribe(() => places.add(opened.view().state.seq));

  for (const seq of [2_000, 11_000, 4_000, 7_000, 9_000]) opened.seekSeq(seq);
  await settled(opened);

  expect(opened.view().state.seq).toBe(9_000);
  expect([...places].filter((seq) => seq !== 300)).toEqual([9_000]);
  const early = opened.view().state.feed.length;
  await vi.waitFor(() => expect(opened.view().state.feed.length).toBeGreaterThan(early), 5000);
}, 30_000);

test('a little further on the room is folded on, far from there it is another one from its checkpoint', async () => {
  await append(all);
  await index();
  const opened = await open(2_000);
  await settled(opened);
  const { state } = opened.view();

  opened.seekSeq(2_400);
  await settled(opened);
  expect(opened.view().state).toBe(state);

  opened.seekSeq(7_000);
  await settled(opened);
  expect(opened.view().state).not.toBe(state);
});

test('a step shows one comment more, and back one less', async () => {
  await append(all.slice(0, 100));
  const opened = await open(40);
  const before = opened.view().state.figures.comments;

  await opened.step(1);
  expect(opened.view().state.figures.comments).toBe(before + 1);
  await opened.step(-1);
  await opened.step(-1);
  expect(opened.view().state.figures.comments).toBe(before - 1);
});

test('a session that runs can be looked back at, and taken up live again', async () => {
  await append(all.slice(0, 500));
  const opened = await open(100);
  expect(opened.view()).toMatchObject({ isRunning: true, isLive: false });

  await append(all.slice(500, 600));
  await vi.waitFor(() => expect(opened.view().duration).toBeGreaterThan(500 * 150));
  expect(opened.view().state.seq).toBe(100);
  opened.goLive();
  await vi.waitFor(() => expect(opened.view().state.seq).toBe(600));

  await append(all.slice(600, 700));
  opened.goLive();
  await vi.waitFor(() => expect(opened.view().state.seq).toBe(700));
});

test('a note written long after makes the broadcast no longer, and stands where it belongs', async () => {
  await append(all.slice(0, 200));
  await db.sessions.update('s', { endedAt: start + 200 * 150 });
  const late = start + 9e8;
  await append([{ kind: 'mark', at: late, seenAt: late, of: start + 15_000, place: 101, text: '这里' }]);

  const opened = await open();
  const outline = openOutline(db, 's');
  await vi.waitFor(() => expect(outline.view().outline.moments).not.toEqual([]));
  outline.stop();

  expect(opened.view().duration).toBe(199 * 150);
  expect(outline.view().outline.moments.find(({ what }) => what === 'mark')).toMatchObject({
    seq: 101,
    at: start + 15_000,
  });
});

test('a moment is found without an index, to within a page or two', async () => {
  await append(all.slice(0, 5000));
  await writer.settle('s');

  for (const seq of [0, 1, 999, 2500, 4999]) {
    const near = await seqNear(db, 's', start + seq * 150);
    expect(near).toBeGreaterThanOrEqual(seq);
    expect(near - seq).toBeLessThanOrEqual(2000);
  }
});
