import { expect, test } from 'vitest';
import { purge } from '../../../lib/keep/purge.ts';
import { createVeil, readSalt, veilBatch } from '../../../lib/keep/veil.ts';
import { deletePerson, findPerson } from '../../../lib/keep/viewer.ts';
import { derivedTables } from '../../../lib/log/database.ts';
import { readEvents } from '../../../lib/log/reader.ts';
import type { LiveEvent } from '../../../lib/model.ts';
import { comment } from '../../fixtures/events.ts';
import { newLog, now, putSession } from './store.ts';

const at = now - 1000;
const stamp = { at, seenAt: at };
const said = (text: string, nick: string, userId?: string) =>
  comment(text, { ...stamp, nick, ...(userId && { userId }) });

const events: LiveEvent[] = [
  said('这款偏大吗', '张小满', '1001'),
  { ...said('我也想知道 @张小满', '李雷', '1002'), id: 'c2' } as LiveEvent,
  { kind: 'audience', ...stamp, what: 'gift', nick: '张小满', userId: '1001', item: '玫瑰' },
  { kind: 'lack', ...stamp, question: 'id-这款偏大吗', text: '这款偏大吗', intent: 'size' },
  { kind: 'fill', ...stamp, text: '@张小满 偏大一码', rules: '1' },
  said('便宜点', '张小满', '2002'),
];
const deed = { who: '客服小王', why: '本人要求', now };

test('a person is found by name, with the ids that carry it', async () => {
  const db = newLog();
  await putSession(db, 's', events);

  const found = await findPerson(db, { nick: '张小满' }, { now });

  expect(found.sessions).toMatchObject([{ comments: 2, deeds: 2, mentions: 2 }]);
  expect(found.users).toEqual([
    { user: '1001', events: 2 },
    { user: '2002', events: 1 },
  ]);
  expect((await readEvents(db, 's')).events).toHaveLength(events.length);
  expect(await db.ledger.count()).toBe(0);
});

test('deleting by id leaves the other of that name, and no trace of the one', async () => {
  const db = newLog();
  await putSession(db, 's', events);
  await db.digests.put({ session: 's', first: 0, count: 6, version: 1, bytes: new Uint8Array() });

  await deletePerson(db, { user: '1001' }, deed);

  const kept = (await readEvents(db, 's')).events;
  expect(kept.map(({ kind }) => kind)).toEqual(['gone', 'comment', 'gone', 'gone', 'fill', 'comment']);
  expect(kept[0]).toMatchObject({ was: 'comment', why: 'asked' });
  expect(JSON.stringify(kept)).not.toMatch(/1001|玫瑰|偏大吗/);
  for (const table of derivedTables) expect(await db.table(table).count()).toBe(0);
});

test('decisions that were kept with their words go, too, and their name out of others', async () => {
  const db = newLog();
  await putSession(db, 's', events);
  const kept = { at, who: '运营', finding: {} as never, rule: 'r', decision: 'right', reason: '' } as const;
  await db.cases.bulkAdd([
    { ...kept, text: '这款偏大吗' },
    { ...kept, text: '@张小满 你好' },
    { ...kept, text: '别人的话' },
  ]);

  await deletePerson(db, { nick: '张小满' }, deed);

  expect((await db.cases.toArray()).map(({ text }) => text)).toEqual(['@*** 你好', '别人的话']);
  expect(JSON.parse((await db.ledger.toArray())[0]?.detail ?? '')).toMatchObject({ cases: 1 });
});

test('deleting by name takes it out of what others wrote, in its length', async () => {
  const db = newLog();
  await putSession(db, 's', events);

  const done = await deletePerson(db, { nick: '张小满' }, deed);

  expect(done.sessions).toMatchObject([{ comments: 2, deeds: 2, mentions: 2 }]);
  const kept = JSON.stringify([(await readEvents(db, 's')).events, await db.ledger.toArray()]);
  expect(kept).not.toContain('张小满');
  expect(kept).toContain('@*** 偏大一码');
  expect(await db.ledger.toArray()).toMatchObject([{ what: 'delete-viewer', who: '客服小王' }]);
});

test('deleting by id finds what is stored under its hash', async () => {
  const db = newLog();
  const hidden = await (await createVeil(await readSalt(db)))('1001');
  await putSession(db, 's', [said('在吗', '匿名', hidden)]);

  await deletePerson(db, { user: '1001' }, deed);

  expect((await readEvents(db, 's')).events[0]?.kind).toBe('gone');
});

test('a stopped deletion is entered in the ledger and can be taken up again', async () => {
  const db = newLog();
  await putSession(
    db,
    's',
    Array.from({ length: 40 }, (_, i) => said(`第${i}句`, '张小满')),
  );
  const stop = new AbortController();
  const stopped = deletePerson(
    db,
    { nick: '张小满' },
    { ...deed, signal: stop.signal, onProgress: (done) => done > 10 && stop.abort() },
  );
  await expect(stopped).rejects.toThrow();
  const left = (await readEvents(db, 's')).events.filter(({ kind }) => kind === 'comment').length;

  await deletePerson(db, { nick: '张小满' }, deed);

  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(40);
  expect((await readEvents(db, 's')).events.every(({ kind }) => kind === 'gone')).toBe(true);
  expect((await db.ledger.toArray()).map(({ detail }) => JSON.parse(detail ?? '').stopped)).toEqual([
    true,
    false,
  ]);
});

test('no batch brings an id in clear, and the same person stays the same', async () => {
  const db = newLog();
  const batch = { session: 's', stream: 'a', from: 'page', offset: 0, events: [...events, null] } as const;

  const veiled = (await veilBatch(db, batch)).events.map(
    (event) => (event as { userId?: string } | null)?.userId,
  );
  const again = (await veilBatch(db, batch)).events.map(
    (event) => (event as { userId?: string } | null)?.userId,
  );

  expect(veiled[0]).toMatch(/^~[\w-]{22}$/);
  expect(veiled[2]).toBe(veiled[0]);
  expect(new Set(veiled).size).toBe(4);
  expect(again).toEqual(veiled);
});

test('a purge leaves nothing but the entry that tells of it', async () => {
  const db = newLog();
  await putSession(db, 's', events);
  await readSalt(db);
  await db.ledger.add({ at, what: 'consent', who: '主播', why: '同意录制' });

  await purge(db, { now, who: '老板', why: '停用', ledgerToo: true });

  for (const table of db.tables)
    expect([table.name, await table.count()]).toEqual([table.name, table.name === 'ledger' ? 1 : 0]);
});
