import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkpointBefore, checkpointMaker } from '../../../lib/index/checkpoint.ts';
import type { Maker } from '../../../lib/index/maker.ts';
import { indexedTo, indexSession, isWorkedUp } from '../../../lib/index/pass.ts';
import { restoreRoom } from '../../../lib/index/restore.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { readEvents } from '../../../lib/log/reader.ts';
import { createWriter, type Writer } from '../../../lib/log/writer.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import type { RoomState } from '../../../lib/room/state.ts';
import { broadcast } from '../../fixtures/broadcast.ts';
import { plainRoom } from '../../fixtures/plain-room.ts';

const start = 1_790_000_000_000;
let db: Database;
let writer: Writer;
let offset = 0;

beforeEach(async () => {
  db = openDatabase(`test-${Math.random()}`);
  offset = 0;
  writer = createWriter(db, { now: () => start, newId: () => 's' });
  await writer.attach({ room: { platform: 'douyin', id: '1', title: '' }, tab: 1, stream: 'a' });
});
afterEach(() => db.delete());

const all = broadcast({ events: 9000, start });
async function append(upTo: number): Promise<void> {
  while (offset < upTo) {
    const events = all.slice(offset, Math.min(upTo, offset + 700));
    await writer.append({ session: 's', stream: 'a', from: 'panel', offset, events });
    offset += events.length;
  }
}
const run = (makers: readonly Maker[], isStopped = () => false) =>
  indexSession(db, 's', { makers, isStopped, now: () => start });

async function foldedTo(seq: number): Promise<RoomState> {
  const state = createRoomState();
  for (const event of (await readEvents(db, 's', 0, seq)).events) fold(state, event);
  return state;
}

test('a room restored anywhere and folded on is the room that was folded from the beginning', async () => {
  await append(9000);
  await run([checkpointMaker()]);

  for (const seq of [1, 2500, 6100, 8999]) {
    const state = await restoreRoom(db, 's', seq);
    expect(seq - state.seq).toBeLessThan(3000);
    for (const event of (await readEvents(db, 's', state.seq, seq)).events) fold(state, event);

    expect(plainRoom(state)).toEqual(plainRoom(await foldedTo(seq)));
  }
});

test('what a restored room does next is what the other would have done', async () => {
  await append(9000);
  await run([checkpointMaker()]);
  const state = await restoreRoom(db, 's', 4500);

  for (const event of (await readEvents(db, 's', state.seq)).events) fold(state, event);

  expect(plainRoom(state)).toEqual(plainRoom(await foldedTo(9000)));
});

test('a session that was worked up while it ran has the checkpoints it would have otherwise', async () => {
  const maker = checkpointMaker();
  for (const upTo of [1700, 2600, 5700]) {
    await append(upTo);
    await run([maker]);
  }

  const keys = await db.checkpoints.toCollection().primaryKeys();
  expect(keys.length).toBeGreaterThan(8);
  const folded = createRoomState();
  for (const [, seq] of keys) {
    for (const event of (await readEvents(db, 's', folded.seq, seq)).events) fold(folded, event);
    const state = await restoreRoom(db, 's', seq);

    expect(plainRoom(state)).toEqual(plainRoom(folded));
  }
});

/** Notes which stretches it is given; one comment a row. */
function counter(version = 1): Maker & { seen: [first: number, count: number, rows: number][] } {
  const seen: [number, number, number][] = [];
  return {
    table: 'signs',
    version,
    seen,
    make({ session, first, count, events, rows }) {
      seen.push([first, count, rows.length]);
      expect(events.filter(({ kind }) => kind === 'comment').map(({ seq }) => seq)).toEqual(
        rows.map(({ seq }) => seq),
      );
      return { session, first, count, version, bytes: new Uint8Array() };
    },
  };
}

test('a session that runs is worked up but for its newest events, and goes on where it stopped', async () => {
  const maker = counter();
  await append(2600);
  await run([maker]);
  expect(await indexedTo(db, 's')).toBe(2000);

  await append(3100);
  await run([maker]);

  expect(maker.seen.map(([first]) => first)).toEqual([0, 1000, 2000]);
  expect(await indexedTo(db, 's')).toBe(3000);
});

test('a session that rests is worked up whole, and once', async () => {
  const maker = counter();
  await append(2600);
  await db.sessions.update('s', { endedAt: start });

  await run([maker]);
  await run([maker]);

  expect(maker.seen.map(([first, count]) => [first, count])).toEqual([
    [0, 1000],
    [1000, 1000],
    [2000, 600],
  ]);
});

test('a pass that is stopped stands at a whole stretch', async () => {
  const maker = counter();
  await append(5000);

  await run([maker], () => maker.seen.length === 2);

  expect(await indexedTo(db, 's')).toBe(2000);
  expect(await db.signs.count()).toBe(2);
});

test('another version of a maker makes everything anew', async () => {
  await append(3000);
  await run([counter(1)]);
  const next = counter(2);

  await run([next]);

  const session = (await db.sessions.get('s'))!;
  expect(await isWorkedUp(db, session, [next])).toBe(true);
  expect(await isWorkedUp(db, session, [counter(1)])).toBe(false);
  expect(next.seen).toHaveLength(3);
  expect((await db.signs.toArray()).map(({ version }) => version)).toEqual([2, 2, 2]);
});

test('nothing is left of a session that is deleted while it is worked up', async () => {
  await append(3000);
  const maker = counter();
  const slow: Maker = { ...maker, make: (stretch) => writer.remove('s').then(() => maker.make(stretch)) };

  expect(await run([slow])).toBe(false);
  expect(await db.signs.count()).toBe(0);
  expect(await db.stretches.count()).toBe(0);
});

test('a checkpoint that was altered counts as none', async () => {
  await append(3000);
  await run([checkpointMaker()]);
  const seq = await checkpointBefore(db, 's', 3000);
  expect(seq).toBeGreaterThan(0);
  await db.checkpoints.update(['s', seq], { bytes: new Uint8Array([1, 2, 3]) });

  expect((await restoreRoom(db, 's', 3000)).seq).toBe(0);
});
