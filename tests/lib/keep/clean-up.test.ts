import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importJsonl } from '../../../lib/export/import.ts';
import { writeJsonl } from '../../../lib/export/jsonl.ts';
import { cleanUp, isViewers } from '../../../lib/keep/clean-up.ts';
import { usualKeep } from '../../../lib/keep/settings.ts';
import { readEvents } from '../../../lib/log/reader.ts';
import type { LiveEvent } from '../../../lib/model.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import { anyEvent } from '../../fixtures/any-event.ts';
import { broadcast } from '../../fixtures/broadcast.ts';
import { comment } from '../../fixtures/events.ts';
import { day, newLog, now, putSession } from './store.ts';

const settings = { ...usualKeep, agreedAt: now };
const options = { settings, isTight: false, now };
const old = now - 31 * day;

const someTime = fc.integer({ min: now - 60 * day, max: now - day });
const timed = fc.tuple(anyEvent, someTime).map(([event, at]) => ({ ...event, at, seenAt: at }) as LiveEvent);

test('for any events and times: what viewers did goes when its time is over, all else stays, and no seq moves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(timed, { minLength: 1, maxLength: 30 }), async (events) => {
      const db = newLog();
      await putSession(db, 's', events, { lastAt: now - day });

      await cleanUp(db, options);

      const kept = (await readEvents(db, 's')).events;
      expect(kept.map(({ seq }) => seq)).toEqual(events.map((_, seq) => seq));
      for (const [seq, event] of events.entries()) {
        const isOver = isViewers({ ...event, seq }) && event.seenAt < now - 30 * day;
        if (isOver) expect(kept[seq]).toMatchObject({ kind: 'gone', was: event.kind, why: 'age' });
        else expect(kept[seq]).toEqual({ ...event, seq });
      }
    }),
    { numRuns: 40 },
  );
});

test('names and words are nowhere afterwards, neither in pages nor in what was worked out', async () => {
  const db = newLog();
  await putSession(db, 's', [
    comment('几天发货', { at: old, seenAt: old, nick: '张小满', userId: '778899' }),
  ]);
  await db.signs.put({ session: 's', first: 0, count: 1, version: 1, bytes: new Uint8Array([1]) });

  await cleanUp(db, options);

  const left = JSON.stringify([await db.sessions.toArray(), (await readEvents(db, 's')).events]);
  expect(left).not.toMatch(/张小满|778899|几天发货/);
  expect(await db.signs.count()).toBe(0);
  expect(await db.sessions.get('s')).toMatchObject({ comments: 1, gone: 1, aged: 1, edition: 1 });
});

test('a dry run counts the same and changes nothing', async () => {
  const db = newLog();
  await putSession(db, 's', broadcast({ events: 300, start: old }));
  const before = await db.pages.toArray();

  const wouldGo = await cleanUp(db, { ...options, isDry: true });

  expect(await db.pages.toArray()).toEqual(before);
  expect(await db.ledger.count()).toBe(0);
  const went = await cleanUp(db, options);
  expect(went).toEqual(wouldGo);
  expect(went.comments).toBeGreaterThan(200);
  expect(await db.ledger.toArray()).toMatchObject([{ what: 'clean-up', why: 'age' }]);
});

test('stopped after any page it goes on where it stood', async () => {
  const db = newLog();
  const events = broadcast({ events: 100, start: old });
  await putSession(db, 's', events);
  let turns = 0;
  let comments = 0;
  for (let isWhole = false; !isWhole; turns++) {
    let pages = 0;
    const part = await cleanUp(db, { ...options, isStopped: () => pages > 2, onProgress: () => pages++ });
    comments += part.comments;
    isWhole = part.isWhole;
  }

  expect(turns).toBeGreaterThan(3);
  expect(comments).toBe(events.filter((event) => event.kind === 'comment' && !event.anchor).length);
  expect((await cleanUp(db, options)).comments).toBe(0);
});

test('a running session is left alone, and a session that was taken in counts from then', async () => {
  const db = newLog();
  const said = [comment('在吗', { at: old, seenAt: old })];
  await putSession(db, 'live', said, { endedAt: null, lastAt: now - 1000 });
  await putSession(db, 'taken', said, { importedAt: now - day });

  const cleaned = await cleanUp(db, options);

  expect(cleaned).toMatchObject({ comments: 0, removed: 0 });
});

test('a session whose record is over goes as a whole', async () => {
  const db = newLog();
  const at = now - 1097 * day;
  await putSession(db, 's', [{ kind: 'draft', at, seenAt: at, text: '最好', findings: [], rules: '1' }]);

  const cleaned = await cleanUp(db, options);

  expect(cleaned.removed).toBe(1);
  expect([await db.sessions.count(), await db.pages.count()]).toEqual([0, 0]);
});

test('while the disk fills up viewers words go sooner, and the marker says why', async () => {
  const db = newLog();
  await putSession(db, 's', [
    comment('一', { at: old, seenAt: old }),
    comment('二', { at: now - 8 * day, seenAt: now - 8 * day }),
    comment('三', { at: now - 2 * day, seenAt: now - 2 * day }),
  ]);

  await cleanUp(db, { ...options, isTight: true });

  const { events } = await readEvents(db, 's');
  expect(events.map((event) => (event.kind === 'gone' ? event.why : event.kind))).toEqual([
    'age',
    'space',
    'comment',
  ]);
});

test('the room still counts what is gone, and export and import keep its places', async () => {
  const db = newLog();
  const events = broadcast({ events: 200, start: old });
  await putSession(db, 's', events);
  const roomOf = async (id: string) => {
    const state = createRoomState();
    for (const event of (await readEvents(db, id)).events) fold(state, event);
    return state;
  };
  const { figures } = await roomOf('s');

  await cleanUp(db, options);

  const cleaned = await roomOf('s');
  expect(cleaned.figures.comments).toBe(figures.comments);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await writeJsonl(db, { session: 's', mask: false }, async (part) => void parts.push(part));
  const taken = await importJsonl(db, new Blob(parts), { now: () => now, newId: () => 'again' });
  expect(taken).toMatchObject({ ok: true, session: { id: 'again', comments: figures.comments } });
  expect((await readEvents(db, 'again')).events).toEqual((await readEvents(db, 's')).events);
});
