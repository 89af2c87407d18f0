import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { readEvents } from '../../../lib/log/reader.ts';
import { createWriter, type Writer } from '../../../lib/log/writer.ts';
import type { LiveEvent } from '../../../lib/model.ts';
import { comment } from '../../fixtures/events.ts';

const room = { platform: 'douyin', id: '7686', title: '小满家居' } as const;
let db: Database;
let writer: Writer;
let clock = 1_790_000_000_000;
let ids = 0;

beforeEach(() => {
  db = openDatabase(`test-${Math.random()}`);
  clock = 1_790_000_000_000;
  ids = 0;
  writer = createWriter(db, { now: () => clock, newId: () => `session-${++ids}` });
});
afterEach(() => db.delete());

const texts = async (session: string) =>
  (await readEvents(db, session)).events.map((event) => ('text' in event ? event.text : ''));

async function attached(stream = 'a', tab = 1): Promise<string> {
  const answer = await writer.attach({ room, tab: tab, stream: stream });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.session;
}

test('a batch that comes twice is stored once', async () => {
  const session = await attached();
  const batch = {
    session,
    stream: 'a',
    from: 'page',
    offset: 0,
    events: [comment('1'), comment('2')],
  } as const;

  const first = await writer.append(batch);
  const second = await writer.append(batch);

  expect(first).toEqual({ ok: true, offset: 2 });
  expect(second).toEqual({ ok: true, offset: 2 });
  expect(await texts(session)).toEqual(['1', '2']);
});

test('the overlapping part of a batch is skipped', async () => {
  const session = await attached();
  await writer.append({
    session,
    stream: 'a',
    from: 'page',
    offset: 0,
    events: [comment('1'), comment('2')],
  });

  await writer.append({
    session,
    stream: 'a',
    from: 'page',
    offset: 1,
    events: [comment('2'), comment('3')],
  });

  expect(await texts(session)).toEqual(['1', '2', '3']);
});

test('any repetition and overlap of batches leaves every event once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(20), fc.nat(8)), { maxLength: 60 }), async (sends) => {
      const session = (await writer.attach({ room: { ...room, id: `r${++ids}` }, tab: 1, stream: 'a' })) as {
        session: string;
      };
      let stored = 0;
      for (const [back, size] of sends) {
        const offset = Math.max(0, stored - back);
        const events = Array.from({ length: size }, (_, i) => comment(String(offset + i)));
        const receipt = await writer.append({
          session: session.session,
          stream: 'a',
          from: 'page',
          offset,
          events,
        });
        if (receipt.ok) stored = receipt.offset;
      }
      const run = await readEvents(db, session.session);
      expect(run.events.map((event) => event.seq)).toEqual(Array.from({ length: stored }, (_, i) => i));
      expect(await texts(session.session)).toEqual(Array.from({ length: stored }, (_, i) => String(i)));
      await writer.settle(session.session);
      expect(await texts(session.session)).toEqual(Array.from({ length: stored }, (_, i) => String(i)));
    }),
    { numRuns: 25 },
  );
});

test('a batch whose forerunner was lost is not taken, so that both can come', async () => {
  const session = await attached();
  const page = (offset: number, events: LiveEvent[]) =>
    writer.append({ session, stream: 'a', from: 'page', offset, events });
  await page(0, [comment('1')]);

  const early = await page(3, [comment('4')]);
  const whole = await page(1, [comment('2'), comment('3'), comment('4')]);

  expect(early).toEqual({ ok: true, offset: 1 });
  expect(whole).toEqual({ ok: true, offset: 4 });
  expect(await texts(session)).toEqual(['1', '2', '3', '4']);
});

test('an event that was not let in counts in the offset and as rejected', async () => {
  const session = await attached();

  const receipt = await writer.append({
    session,
    stream: 'a',
    from: 'page',
    offset: 0,
    events: [comment('1'), null, comment('2')],
  });

  expect(receipt).toEqual({ ok: true, offset: 3 });
  expect(await texts(session)).toEqual(['1', '2']);
  expect((await db.sessions.get(session))?.rejected).toBe(1);
});

test('a reload of the same room goes on in the same session and gets the stored ids back', async () => {
  const session = await attached('a');
  await writer.append({
    session,
    stream: 'a',
    from: 'page',
    offset: 0,
    events: [comment('1'), comment('2')],
  });

  const again = await writer.attach({ room, tab: 1, stream: 'b' });

  expect(again).toEqual({
    ok: true,
    session,
    leads: true,
    recent: ['id-1', 'id-2'],
    lately: [
      { nick: '小满', text: '1' },
      { nick: '小满', text: '2' },
    ],
    deeds: [],
    lastSeenAt: 1_790_000_000_000,
  });
});

test('another room, an ended session and a long silence each begin a new session', async () => {
  const first = await attached();
  const other = await writer.attach({ room: { ...room, id: 'other' }, tab: 1, stream: 'x' });
  await writer.close(first);
  const afterEnd = await attached('b');
  clock += 31 * 60_000;
  const afterSilence = await attached('c');

  expect(new Set([first, (other as { session: string }).session, afterEnd, afterSilence]).size).toBe(4);
});

test('a second tab waits until the first is gone', async () => {
  const session = await attached('a', 1);

  const refused = await writer.attach({ room, tab: 2, stream: 'b' });
  await writer.release(1);
  const taken = await writer.attach({ room, tab: 2, stream: 'b' });

  expect(refused).toEqual({ ok: false, reason: 'other-tab', session, tab: 1, frame: 0 });
  expect(taken).toMatchObject({ ok: true, session });
});

test('a room that learns its id late keeps its session', async () => {
  const early = await writer.attach({ room: { ...room, id: 'page:buyin/live' }, tab: 1, stream: 'a' });

  const late = await writer.attach({ room, tab: 1, stream: 'a' });

  expect(late).toMatchObject({ session: (early as { session: string }).session });
  expect((await db.sessions.toArray()).map((s) => s.roomId)).toEqual(['7686']);
});

test('small pages are joined while the session runs and nothing is lost', async () => {
  const session = await attached();
  for (let i = 0; i < 200; i++)
    await writer.append({ session, stream: 'a', from: 'page', offset: i, events: [comment(String(i))] });

  expect(await texts(session)).toEqual(Array.from({ length: 200 }, (_, i) => String(i)));
  expect(await db.pages.count()).toBeLessThan(60);
});

test('an append that cannot be written whole leaves everything as it was, pages about to be joined included', async () => {
  const session = await attached();
  const append = (i: number) =>
    writer.append({ session, stream: 'a', from: 'page', offset: i, events: [comment(String(i))] });
  for (let i = 0; i < 32; i++) await append(i);
  // where the next page would go
  const blocking = { session, first: 32, count: 1, at: clock, text: '{}', sum: 0 };
  await db.pages.add(blocking);
  const before = [await db.sessions.toArray(), await db.pages.toArray()];

  await expect(append(32)).rejects.toThrow();
  expect([await db.sessions.toArray(), await db.pages.toArray()]).toEqual(before);

  await db.pages.delete([session, 32]);
  expect(await append(32)).toEqual({ ok: true, offset: 33 });
  expect(await texts(session)).toEqual(Array.from({ length: 33 }, (_, i) => String(i)));
  expect(await db.pages.count()).toBe(2);
});

test('an ended room closes its session at the time the room ended', async () => {
  const session = await attached();

  await writer.append({
    session,
    stream: 'a',
    from: 'page',
    offset: 0,
    events: [{ kind: 'room', phase: 'ended', at: clock + 5, seenAt: clock + 9 }],
  });

  expect((await db.sessions.get(session))?.endedAt).toBe(clock + 5);
});

test('a page whose text was altered is skipped and counted, the rest is read', async () => {
  const session = await attached();
  await writer.append({ session, stream: 'a', from: 'page', offset: 0, events: [comment('1')] });
  await writer.append({ session, stream: 'a', from: 'page', offset: 1, events: [comment('2')] });
  await db.pages.update([session, 0], (page) => {
    if ('text' in page) page.text = page.text.replace('"1"', '"9"');
  });

  await writer.settle(session);
  const run = await readEvents(db, session);

  expect(run.events.map((event) => event.seq)).toEqual([1]);
  expect(run.unreadable).toBe(1);
});

test('a removed session leaves nothing behind', async () => {
  const session = await attached();
  await writer.append({ session, stream: 'a', from: 'page', offset: 0, events: [comment('1')] });

  await writer.remove(session);

  expect(await db.pages.count()).toBe(0);
  expect(await db.sessions.count()).toBe(0);
});

test('what a person deletes stands in the ledger', async () => {
  const session = await attached();

  await writer.remove(session, '店长');
  await writer.remove(session, '店长');

  expect(await db.ledger.toArray()).toMatchObject([{ what: 'delete', who: '店长', session, at: clock }]);
});

test('a session that a person closed takes no more from the page, but the panel may note what was done', async () => {
  const session = await attached();
  await writer.close(session);
  const answer = { kind: 'answer', question: 'id-1', how: 'spoken', at: clock, seenAt: clock } as const;

  const page = await writer.append({ session, stream: 'a', from: 'page', offset: 0, events: [comment('1')] });
  const panel = await writer.append({ session, stream: 'p', from: 'panel', offset: 0, events: [answer] });

  expect(page).toEqual({ ok: false, reason: 'session-closed' });
  expect(panel).toEqual({ ok: true, offset: 1 });
  expect((await readEvents(db, session)).events.map((event) => event.kind)).toEqual(['room', 'answer']);
});

test('a room that tells its title later gives it to the session', async () => {
  const untitled = await writer.attach({ room: { ...room, title: '' }, tab: 1, stream: 'a' });
  const session = (untitled as { session: string }).session;

  await writer.append({
    session,
    stream: 'a',
    from: 'page',
    offset: 0,
    events: [{ kind: 'room', phase: 'live', title: '小满家居旗舰店', at: clock, seenAt: clock }],
  });

  expect((await db.sessions.get(session))?.title).toBe('小满家居旗舰店');
});

test('a tab that goes to another room lets go of the last one', async () => {
  const first = await attached('a', 1);

  await writer.attach({ room: { ...room, id: 'other' }, tab: 1, stream: 'b' });

  expect((await db.sessions.get(first))?.tabId).toBeNull();
});

const like = { kind: 'audience', what: 'like', at: 1_790_000_000_000, seenAt: 1_790_000_000_000 } as const;
const page = (session: string, tab: number, stream: string, events: readonly LiveEvent[], offset = 0) =>
  writer.append({ session, stream, from: 'page', tab, offset, events });

test('a big screen beside the console joins its session and tells all but what the console tells', async () => {
  const session = await attached('console', 1);

  const screen = await writer.attach({ room, tab: 2, stream: 'screen', isAside: true });
  const receipt = await page(session, 2, 'screen', [comment('doubled'), like]);

  expect(screen).toMatchObject({ ok: true, session, leads: false, recent: [] });
  expect(receipt).toEqual({ ok: true, offset: 2, leads: false });
  expect((await readEvents(db, session)).events.map(({ kind }) => kind)).toEqual(['audience']);
  expect((await db.sessions.get(session))?.rejected).toBe(0);
});

test('a console takes over from a big screen that was there first, and gives back when it goes', async () => {
  const first = await writer.attach({ room, tab: 2, stream: 'screen', isAside: true });
  const session = (first as { session: string }).session;
  await page(session, 2, 'screen', [comment('early')]);

  const console = await writer.attach({ room, tab: 1, stream: 'console' });
  const beside = await page(session, 2, 'screen', [comment('doubled'), like], 1);
  await writer.release(1);
  const again = await writer.attach({ room, tab: 2, stream: 'screen', isAside: true });
  await page(session, 2, 'screen', [comment('late')], 3);

  expect(first).toMatchObject({ leads: true });
  expect(console).toMatchObject({ ok: true, session, leads: true, recent: ['id-early'] });
  expect(beside).toEqual({ ok: true, offset: 3, leads: false });
  expect(again).toMatchObject({ leads: true, recent: ['id-early'] });
  expect(await texts(session)).toEqual(['early', '', 'late']);
});

test('a page that is loaded again is told which deeds stand in the log, standing aside or not', async () => {
  const session = await attached('console', 1);
  await writer.attach({ room, tab: 2, stream: 'screen', isAside: true });
  await page(session, 2, 'screen', [{ ...like, id: '7' }, like]);

  const screen = await writer.attach({ room, tab: 2, stream: 'reloaded', isAside: true });
  const console = await writer.attach({ room, tab: 1, stream: 'console-reloaded' });

  expect(screen).toMatchObject({ leads: false, deeds: ['like:7'] });
  expect(console).toMatchObject({ leads: true, deeds: ['like:7'] });
});

test('only one page stands aside, and a tab that was taken over is told so', async () => {
  const session = await attached('console', 1);
  await writer.attach({ room, tab: 2, stream: 'screen', isAside: true });

  const third = await writer.attach({ room, tab: 3, stream: 'viewer', isAside: true });
  const strange = await page(session, 4, 'thawed', [comment('doubled')]);

  expect(third).toEqual({ ok: false, reason: 'other-tab', session, tab: 2, frame: 0 });
  expect(strange).toEqual({ ok: false, reason: 'other-tab' });
});

test('two frames of one tab are two pages: one of them tells', async () => {
  const session = await attached('outer', 1);

  const inner = await writer.attach({ room, tab: 1, frame: 7, stream: 'inner' });

  expect(inner).toEqual({ ok: false, reason: 'other-tab', session, tab: 1, frame: 0 });
});
