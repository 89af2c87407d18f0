import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { createTelling } from '../../../lib/log/appended.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { follow } from '../../../lib/log/follow.ts';
import { makePage } from '../../../lib/log/page.ts';
import { readSessions, watch, watchSessions } from '../../../lib/log/reader.ts';
import { createWriter, type Writer } from '../../../lib/log/writer.ts';
import type { Session } from '../../../lib/model.ts';
import { comment } from '../../fixtures/events.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

async function log(): Promise<{ db: Database; writer: Writer; silent: Writer; session: string }> {
  const db = openDatabase(`follow-${crypto.randomUUID()}`);
  opened.push(db);
  const silent = createWriter(db, { now: () => 1, newId: () => 's' });
  const writer = createWriter(db, { now: () => 1, newId: () => 's', tell: createTelling(db) });
  const room = { platform: 'douyin', id: '7686', title: '小满家居' } as const;
  const attached = await writer.attach({ room, stream: 'a', tab: 1 });
  if (!attached.ok) throw new Error(attached.reason);
  return { db, writer, silent, session: attached.session };
}

test('every event is handed over once and in order, however it was appended and whether it was told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.boolean()), { minLength: 1, maxLength: 50 }),
      fc.nat({ max: 20 }),
      async (batches, early) => {
        const { db, writer, silent, session } = await log();
        let offset = 0;
        const append = async ([count, isTold]: [number, boolean]) => {
          const events = Array.from({ length: count }, (_, i) => comment(String(offset + i)));
          await (isTold ? writer : silent).append({ session, stream: 'a', from: 'page', offset, events });
          offset += count;
        };
        for (const batch of batches.slice(0, early)) await append(batch);
        const seqs: number[] = [];
        const stop = follow(db, session, 0, {
          async onRun({ events }) {
            seqs.push(...events.map(({ seq }) => seq));
            // the next is looked at while this one is worked on
            await new Promise((done) => setTimeout(done, 1));
          },
          onCaughtUp: () => {},
          onGone: () => {},
          onError: (error) => {
            throw error;
          },
        });
        for (const batch of batches.slice(early)) await append(batch);

        await vi.waitFor(() => expect(seqs.length).toBeGreaterThanOrEqual(offset), { timeout: 5000 });
        stop();
        expect(seqs).toEqual(Array.from({ length: offset }, (_, seq) => seq));
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);

test('what is told is handed over without a look at the disk, but never past what was not told', async () => {
  const { db, silent, session } = await log();
  const tell = createTelling(db);
  const texts: string[] = [];
  const stop = follow(db, session, 0, {
    onRun: ({ events }) => {
      for (const event of events) texts.push(event.kind === 'comment' ? event.text : event.kind);
    },
    onCaughtUp: () => {},
    onGone: () => {},
    onError: (error) => {
      throw error;
    },
  });
  const record = await db.sessions.get(session);
  const told = (first: number, text: string) =>
    tell({
      session: { ...record!, events: first + 1 },
      page: makePage(session, first, [comment('1', { text })]),
    });

  told(0, 'only told');
  await vi.waitFor(() => expect(texts).toEqual(['only told']));

  for (const [offset, text] of ['first', 'second', 'third'].entries())
    await silent.append({
      session,
      stream: 'a',
      from: 'page',
      offset,
      events: [comment(String(offset), { text })],
    });
  told(2, 'beyond what was told');
  await vi.waitFor(() => expect(texts).toEqual(['only told', 'second', 'third']));
  stop();
});

test('sessions are told at once, and what changes often only now and then, but for sure at the end', async () => {
  const { db, writer, session } = await log();
  const told: Session[][] = [];
  const stop = watchSessions(
    db,
    40,
    (sessions) => told.push(sessions),
    (error) => {
      throw error;
    },
  );
  await vi.waitFor(() => expect(told).toHaveLength(1));

  for (let offset = 0; offset < 30; offset++)
    await writer.append({ session, stream: 'a', from: 'page', offset, events: [comment(String(offset))] });

  await vi.waitFor(() => expect(told.at(-1)?.[0]?.events).toBe(30), { timeout: 3000 });
  expect(told.length).toBeLessThan(20);
  stop();
});

test('sessions are read newest first, and again after each change', async () => {
  const { db, writer, session } = await log();
  const first = await db.sessions.get(session);
  await db.sessions.add({ ...first!, id: 'older', startedAt: 0, streams: {} });
  const seen: string[] = [];
  const stop = watch(
    () => readSessions(db),
    (sessions) => seen.push(sessions.map(({ id, events }) => `${id} ${events}`).join()),
    (error) => seen.push(String(error)),
  );

  await vi.waitFor(() => expect(seen.at(-1)).toBe('s 0,older 0'));
  await writer.append({ session, stream: 'a', from: 'page', offset: 0, events: [comment('1')] });
  await vi.waitFor(() => expect(seen.at(-1)).toBe('s 1,older 0'));
  stop();
});
