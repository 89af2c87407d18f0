import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { readEvents } from '../../../lib/log/reader.ts';
import { createWriter, type Writer } from '../../../lib/log/writer.ts';
import { comment } from '../../fixtures/events.ts';

const room = { platform: 'douyin', id: '7686', title: '小满家居' } as const;
let db: Database;
let writer: Writer;
let clock = 1_790_000_000_000;
let ids = 0;

beforeEach(() => {
  db = openDatabase(`test-${Math.random()}`);
  clock = 1_790_000_000_000;
  writer = createWriter(db, { now: () => clock, newId: () => `session-${++ids}` });
});
afterEach(() => db.delete());

async function begin(): Promise<string> {
  const answer = await writer.attach({ room: { ...room, id: `room-${++ids}` }, tab: 1, stream: 'a' });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.session;
}

async function say(session: string, from: number, count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, i) => comment(String(from + i)));
  await writer.append({ session, stream: 'a', from: 'page', offset: from, events });
}

const texts = async (session: string) =>
  (await readEvents(db, session)).events.map((event) => ('text' in event ? event.text : ''));
const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i));
const shapes = async (session: string) =>
  (await db.pages.where(':id').between([session, 0], [session, Infinity]).toArray()).map((page) =>
    'gzip' in page ? `packed ${page.count}` : `loose ${page.count}`,
  );

test('a session that rests is joined and packed, and reads as before', async () => {
  const session = await begin();
  for (let i = 0; i < 25; i++) await say(session, i * 100, 100);

  await writer.settle(session);

  expect(await shapes(session)).toEqual(['packed 1000', 'packed 1000', 'packed 500']);
  expect(await texts(session)).toEqual(numbers(2500));
  expect((await readEvents(db, session, 990, 1010)).events.map(({ seq }) => seq)).toEqual(
    Array.from({ length: 20 }, (_, i) => 990 + i),
  );
});

test('what comes after a settling is joined to the last page by the next one', async () => {
  const session = await begin();
  await say(session, 0, 1500);
  await writer.settle(session);
  await say(session, 1500, 10);

  await writer.settle(session);

  expect(await shapes(session)).toEqual(['packed 1500', 'packed 10']);
  await say(session, 1510, 20);
  await writer.settle(session);
  expect(await shapes(session)).toEqual(['packed 1500', 'packed 30']);
  expect(await texts(session)).toEqual(numbers(1530));
});

test('a packed page that was altered is skipped and counted, the rest is read', async () => {
  const session = await begin();
  await say(session, 0, 1000);
  await say(session, 1000, 1000);
  await writer.settle(session);
  await db.pages.update([session, 0], (page) => {
    if ('gzip' in page) page.gzip[page.gzip.length >> 1]! ^= 1;
  });

  await writer.settle(session);
  const run = await readEvents(db, session);

  expect(run.unreadable).toBe(1000);
  expect(run.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 1000 }, (_, i) => 1000 + i));
});

test('sessions that rest are found until they are settled: those of old, and those a dead worker left', async () => {
  const left = await begin();
  await say(left, 0, 5);
  await writer.release();
  const running = await begin();
  await say(running, 0, 5);

  expect(await writer.findRestless()).toEqual([left]);
  clock += 31 * 60_000;
  expect(new Set(await writer.findRestless())).toEqual(new Set([left, running]));

  await writer.settle(left);
  await writer.settle(running);
  expect(await writer.findRestless()).toEqual([]);
  await say(running, 5, 1);
  await writer.release();
  expect(await writer.findRestless()).toEqual([running]);
});

test('a settling that is broken off at any moment has lost nothing', async () => {
  let deaths = 0;
  for (const moment of [1, 2, 3, 5, 8, 13, 21, 34]) {
    const session = await begin();
    for (let i = 0; i < 40; i++) await say(session, i * 90, 90);
    const dying = openDatabase(db.name);
    let done = 0;
    // the connection of a worker that dies
    dying.use({
      stack: 'dbcore',
      create: (core) => ({
        ...core,
        transaction: (...asked) => {
          if (++done === moment) dying.close();
          return core.transaction(...asked);
        },
      }),
    });
    const died = createWriter(dying, { now: () => clock, newId: String });

    await died.settle(session).catch(() => deaths++);
    dying.close();

    expect(await texts(session)).toEqual(numbers(3600));
    await writer.settle(session);
    expect(await shapes(session)).toEqual(['packed 990', 'packed 990', 'packed 990', 'packed 630']);
    expect(await texts(session)).toEqual(numbers(3600));
  }
  expect(deaths).toBeGreaterThan(4);
});

test('appends and settlings at the same time leave every event once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(80), { minLength: 1, maxLength: 60 }), async (sizes) => {
      const session = await begin();
      let stored = 0;
      const settlings: Promise<void>[] = [];
      for (const [i, size] of sizes.entries()) {
        if (i % 7 === 0) settlings.push(writer.settle(session));
        await say(session, stored, size);
        stored += size;
      }
      await Promise.all(settlings);
      expect(await texts(session)).toEqual(numbers(stored));
      await writer.settle(session);
      expect(await texts(session)).toEqual(numbers(stored));
      expect((await shapes(session)).every((shape) => shape.startsWith('packed'))).toBe(true);
    }),
    { numRuns: 30 },
  );
});
