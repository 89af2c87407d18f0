import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { takeLeft } from '../../../lib/log/left.ts';
import { readEvents } from '../../../lib/log/reader.ts';
import { createWriter, type Writer } from '../../../lib/log/writer.ts';
import { comment } from '../../fixtures/events.ts';

let db: Database;
let writer: Writer;
let session = '';
let kept: Record<string, unknown> = {};
const storage = {
  get: async () => kept,
  remove: async (keys: string[]) => {
    kept = Object.fromEntries(Object.entries(kept).filter(([key]) => !keys.includes(key)));
  },
};
const texts = async () =>
  (await readEvents(db, session)).events.map((event) => ('text' in event ? event.text : ''));

beforeEach(async () => {
  db = openDatabase(`left-${Math.random()}`);
  writer = createWriter(db, { now: () => 1_790_000_000_000, newId: () => 'session-1' });
  const room = { platform: 'douyin', id: '7', title: '' } as const;
  const attached = await writer.attach({ room, tab: 1, stream: 'a' });
  session = attached.session;
  kept = { preferences: { theme: 'dark' } };
});
afterEach(() => db.delete());

test('what a page left is stored once, though a part of it had come through', async () => {
  await writer.append({
    session,
    stream: 'a',
    from: 'page',
    offset: 0,
    events: [comment('1'), comment('2')],
  });
  kept['left:a'] = { session, stream: 'a', offset: 1, events: [comment('2'), comment('3')] };

  await takeLeft(storage, writer.append);
  await takeLeft(storage, writer.append);

  expect(await texts()).toEqual(['1', '2', '3']);
  expect(kept).toEqual({ preferences: { theme: 'dark' } });
});

test('a stream that came over from another session is taken from its beginning here', async () => {
  kept['left:a'] = { session, stream: 'a', offset: 700, events: [comment('1'), comment('2')] };

  await takeLeft(storage, writer.append);

  expect(await texts()).toEqual(['1', '2']);
});

test('more than a batch is taken whole, and what is misshapen is let go', async () => {
  const events = Array.from({ length: 4500 }, (_, i) => comment(String(i)));
  kept['left:a'] = { session, stream: 'a', offset: 0, events };
  kept['left:b'] = { session: 7, events: 'none' };
  kept['left:c'] = { session, stream: 'c', offset: 0, events: [{ kind: 'comment' }, null] };

  await takeLeft(storage, writer.append);

  expect(await texts()).toHaveLength(4500);
  expect(Object.keys(kept)).toEqual(['preferences']);
});

test('when the log cannot be written it is kept for the next time', async () => {
  kept['left:a'] = { session, stream: 'a', offset: 0, events: [comment('1')] };

  await expect(takeLeft(storage, () => Promise.reject(new Error('blocked')))).rejects.toThrow('blocked');

  expect(kept['left:a']).toBeDefined();
});
