import { afterEach, beforeEach, expect, test } from 'vitest';
import { deletePerson } from '../../../lib/keep/viewer.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { readEvents } from '../../../lib/log/reader.ts';
import { keepViewer, readViewers, visitsOf } from '../../../lib/log/viewers.ts';
import { createWriter } from '../../../lib/log/writer.ts';
import type { LiveEvent } from '../../../lib/model.ts';
import { comment } from '../../fixtures/events.ts';

const start = 1_790_000_000_000;
const stamp = { at: start, seenAt: start };
let db: Database;
let now: number;
let ids: string[];

beforeEach(() => {
  db = openDatabase(`test-${Math.random()}`);
  now = start;
  ids = [];
});
afterEach(() => db.delete());

async function session(id: string, events: readonly LiveEvent[]): Promise<void> {
  ids.push(id);
  now += 86_400_000;
  const writer = createWriter(db, { now: () => now, newId: () => id });
  await writer.attach({ room: { platform: 'douyin', id, title: '' }, tab: 1, stream: id });
  await writer.append({ session: id, stream: id, from: 'panel', offset: 0, events });
  await writer.close(id);
}
async function visits(who: { userId?: string; nick: string }, from: string) {
  const found = [];
  for await (const visit of visitsOf(db, who, from, new AbortController().signal)) found.push(visit);
  return found;
}
const viewer = (id: string, over = {}) => ({
  id,
  nick: '小满',
  note: '爱问成分',
  isPinned: false,
  isMuted: false,
  at: start,
  ...over,
});

test('a viewer is found by the hashed id in this and earlier sessions, newest first, orders too', async () => {
  await session('old', [comment('多少钱', { userId: '~a', id: '1' })]);
  await session('empty', [comment('多少钱', { userId: '~b', id: '2' })]);
  await session('new', [
    comment('来了', { userId: '~a', nick: '改了名', id: '3' }),
    { kind: 'audience', ...stamp, what: 'order', userId: '~a', count: 2 },
  ]);

  const found = await visits({ userId: '~a', nick: '小满' }, 'new');

  expect(found.map(({ session, counts }) => [session, counts.comments, counts.orders])).toEqual([
    ['new', 1, 2],
    ['old', 1, 0],
  ]);
});

test('looking ends when nobody waits any more', async () => {
  await session('one', [comment('好', { userId: '~a' })]);
  const stop = new AbortController();
  stop.abort();

  const found = [];
  for await (const visit of visitsOf(db, { userId: '~a', nick: '' }, 'one', stop.signal)) found.push(visit);

  expect(found).toEqual([]);
});

test('what is kept of a viewer goes when there is nothing left to keep', async () => {
  await keepViewer(db, viewer('~a'));
  await keepViewer(db, viewer('~b', { note: '', isMuted: true }));
  await keepViewer(db, viewer('~a', { note: '' }));

  expect((await readViewers(db)).map(({ id }) => id)).toEqual(['~b']);
});

test('who is deleted is forgotten in the notes and on the host’s cards, and nobody else is', async () => {
  const card = (id: string, asked: string, answer: string): LiveEvent => ({
    kind: 'prompt',
    ...stamp,
    card: { id, what: 'question', asked, answer, unsaid: [], product: null, by: 'control', rules: '' },
  });
  await session('one', [
    comment('我家住三号楼几天到', { id: 'theirs', userId: '~a', nick: '阿青' }),
    comment('几天到', { id: 'other', userId: '~b', nick: '小满' }),
    card('theirs', '我家住三号楼几天到', '明天到'),
    card('other', '几天到', '抽取结果：@阿青'),
  ]);
  for (const id of ['~a', '~b']) await keepViewer(db, viewer(id));
  now += 86_400_000;

  await deletePerson(db, { user: '~a', nick: '阿青' }, { now, who: '我', why: '本人要求' });

  const { events } = await readEvents(db, 'one');
  expect((await readViewers(db)).map(({ id }) => id)).toEqual(['~b']);
  expect(events.flatMap((event) => (event.kind === 'prompt' ? [event.card] : []))).toMatchObject([
    { asked: '*********', answer: '明天到' },
    { asked: '几天到', answer: '抽取结果：@**' },
  ]);
});
