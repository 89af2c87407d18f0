import { afterEach, expect, test } from 'vitest';
import { writeBackup } from '../../../lib/keep/backup.ts';
import { exportRaw, whyClosed } from '../../../lib/keep/rescue.ts';
import { inspectBackup } from '../../../lib/keep/restore.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { readEvents } from '../../../lib/log/reader.ts';
import { readRules } from '../../../lib/log/rules.ts';
import { readProducts, readScripts } from '../../../lib/log/shop.ts';
import { createWriter } from '../../../lib/log/writer.ts';
import { databaseVersions, makeDatabase } from '../../fixtures/databases.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});
function open(name: string): Database {
  const db = openDatabase(name);
  opened.push(db);
  return db;
}
const newName = () => `old-${crypto.randomUUID()}`;

test.each(databaseVersions)('a database of version %i opens and reads the same', async (version) => {
  const name = newName();
  await makeDatabase(name, version);

  const db = open(name);

  const { events, unreadable } = await readEvents(db, 'old');
  expect(events.map(({ seq, kind }) => [seq, kind])).toEqual([
    [0, 'room'],
    [1, 'comment'],
    [2, 'fill'],
  ]);
  expect(events[1]).toMatchObject({ nick: '小满', userId: '99', text: '几天发货' });
  expect(unreadable).toBe(0);
  expect(await db.sessions.get('old')).toMatchObject({ title: '晚八点专场', events: 3, streams: { s: 3 } });
  expect((await readRules(db)).allow).toEqual([{ text: '最好的朋友' }]);
  expect((await readRules(db)).off.rules).toEqual(['A1-best']);
  expect([(await readScripts(db)).length, (await readProducts(db)).length]).toEqual(
    version === 1 ? [0, 0] : [1, 1],
  );
  expect(await db.ledger.count()).toBe(version === 3 ? 1 : 0);
});

test.each(databaseVersions)(
  'what version %i left can be written on, settled, and backed up',
  async (version) => {
    const name = newName();
    await makeDatabase(name, version);
    const db = open(name);
    const writer = createWriter(db, { now: () => 1_790_000_000_000, newId: () => 'x' });

    await writer.settle('old');

    expect((await readEvents(db, 'old')).events).toHaveLength(3);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    await writeBackup(db, { now: 1, who: '我', withKey: false }, async (part) => void parts.push(part));
    expect(await inspectBackup(db, new Blob(parts))).toMatchObject({ ok: true, sessions: 1, events: 3 });
  },
);

test('an upgrade that fails leaves the old data as it was, says so, and lets it be exported', async () => {
  const name = newName();
  await makeDatabase(name, 2);
  const failing = open(name);
  failing.version(4).upgrade(() => {
    throw new RangeError('a step that went wrong');
  });

  const error = await failing.open().catch((thrown: unknown) => thrown);

  expect(await whyClosed(error, { name, wanted: 4 })).toMatchObject({ why: 'upgrade' });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const records = await exportRaw(async (part) => void parts.push(part), name);
  const lines = (await new Blob(parts).text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(records).toBe(6);
  expect(lines[0]).toMatchObject({ kind: 'raw', version: 20 });
  expect(
    lines
      .filter(({ t }) => t === 'pages')
      .map(({ r }) => r.text)
      .join(','),
  ).toContain('几天发货');
  expect((await readEvents(open(name), 'old')).events).toHaveLength(3);
});

test('the raw export writes packed pages as base64', async () => {
  const name = newName();
  await makeDatabase(name, 3);
  const parts: Uint8Array<ArrayBuffer>[] = [];

  await exportRaw(async (part) => void parts.push(part), name);

  expect(await new Blob(parts).text()).toMatch(/"gzip":\{"\$bytes":"H4sI/);
  await open(name).open();
});

test('a database of a later version is read as far as it is known, and not reset', async () => {
  const name = newName();
  await makeDatabase(name, 3);
  const later = open(name);
  later.version(9).stores({ tomorrow: 'id' });
  await later.open();
  later.close();

  const outcome = await readEvents(open(name), 'old').then(
    ({ events }) => events.length,
    async (error: unknown) => (await whyClosed(error, { name, wanted: 3 })).why,
  );

  expect([3, 'newer']).toContain(outcome);
});
