import { importJsonl, sweepImports } from '../../lib/export/import.ts';
import { writeJsonl } from '../../lib/export/jsonl.ts';
import { writeBackup } from '../../lib/keep/backup.ts';
import { restoreBackup } from '../../lib/keep/restore.ts';
import { openDatabase } from '../../lib/log/database.ts';
import { readRuns } from '../../lib/log/reader.ts';
import { createWriter } from '../../lib/log/writer.ts';
import { nightOf } from './night.ts';

/** What the browser is killed amid. */
export type Deed = 'append' | 'settle' | 'export' | 'import' | 'restore' | 'upgrade';

const room = { platform: 'douyin', id: '7686000000000000000', title: '小满家居' } as const;
const seeded = 40_000;
const newId = () => crypto.randomUUID();
const db = openDatabase();
const writer = createWriter(db, { now: Date.now, newId });
const folder = () => navigator.storage.getDirectory();

async function append(stream: string, from: number, count: number): Promise<string> {
  const night = nightOf({ seed: 1, from: Date.now() - 3_600_000 });
  const { session } = await writer.attach({ room: { ...room, id: stream }, tab: 1, stream });
  for (let offset = from; offset < from + count; offset += 100) {
    const events = Array.from({ length: 100 }, () => night.next().value);
    await writer.append({ session, stream, from: 'page', offset, events });
  }
  return session;
}

async function fileOf(
  name: string,
  write: (put: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) => Promise<void>,
) {
  const file = await (await folder()).getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  await write((bytes) => stream.write(bytes));
  await stream.close();
}

/** A session at rest, its export, a backup of all, and a database of the first version with as many pages. */
export async function seed(): Promise<string> {
  const session = await append('seed', 0, seeded);
  await writer.close(session);
  await writer.settle(session);
  await fileOf('session.jsonl', (put) => writeJsonl(db, { session, mask: false }, put));
  await fileOf('backup', (put) => writeBackup(db, { now: Date.now(), who: '', withKey: false }, put));
  return session;
}

const read = async (name: string): Promise<File> => (await (await folder()).getFileHandle(name)).getFile();

/** Begins the deed and tells when it is over; the browser is killed somewhere in between. */
export async function begin(deed: Deed, session: string, turn: number): Promise<void> {
  if (deed === 'append') return void (await append(`s${turn}`, 0, 20_000));
  if (deed === 'settle') return writer.settle(await append(`t${turn}`, 0, 5000));
  if (deed === 'export') return fileOf(`out-${turn}`, (put) => writeJsonl(db, { session, mask: true }, put));
  if (deed === 'import') {
    await importJsonl(db, await read('session.jsonl'), { now: Date.now, newId });
    return;
  }
  if (deed === 'upgrade') return upgrade(`old-${turn}`);
  const options = { mode: 'replace', now: Date.now(), who: '', newId } as const;
  await restoreBackup(db, await read('backup'), options);
}

/** Makes a database as the first version left it, then opens it with today's code. */
async function upgrade(name: string): Promise<void> {
  await new Promise<void>((done, failed) => {
    const opened = indexedDB.open(name, 10);
    opened.onupgradeneeded = () => {
      const sessions = opened.result.createObjectStore('sessions', { keyPath: 'id' });
      sessions.createIndex('[platform+roomId]', ['platform', 'roomId']);
      sessions.createIndex('startedAt', 'startedAt');
      opened.result.createObjectStore('pages', { keyPath: ['session', 'first'] });
      opened.result.createObjectStore('settings', { keyPath: 'id' });
    };
    opened.onerror = () => failed(opened.error);
    opened.onsuccess = () => {
      const writing = opened.result.transaction('pages', 'readwrite');
      for (let first = 0; first < oldPages; first++)
        writing.objectStore('pages').put({ session: 's', first, count: 1, text: '{}'.repeat(500), sum: 0 });
      writing.oncomplete = () => {
        opened.result.close();
        done();
      };
    };
  });
  const now = openDatabase(name);
  await now.open();
  now.close();
}
const oldPages = 2000;

/** What is not as it must be, after whatever was killed; first what a console page does when it opens. */
export async function check(): Promise<string[]> {
  const wrong: string[] = [];
  await sweepImports(db);
  const sessions = await db.sessions.toArray();
  for (const { id, events } of sessions) {
    let next = 0;
    for await (const run of readRuns(db, id)) {
      if (run.unreadable > 0) wrong.push(`${id}: ${run.unreadable} events cannot be read`);
      for (const { seq } of run.events) if (seq !== next++) wrong.push(`${id}: a hole before ${seq}`);
    }
    if (next !== events) wrong.push(`${id}: ${next} of ${events} events`);
  }
  const known = new Set(sessions.map(({ id }) => id));
  for (const [session] of (await db.pages.toCollection().primaryKeys()) as [string, number][])
    if (!known.has(session)) wrong.push(`${session}: pages without a session`);
  if (!sessions.some(({ events }) => events > seeded)) wrong.push('the seeded session is gone');
  for await (const [name, handle] of (await folder()) as unknown as AsyncIterable<
    [string, FileSystemFileHandle]
  >) {
    // under its own name a file stands when it is whole; the browser's scratch file beside it may stay behind
    if (!name.startsWith('out-') || name.endsWith('.crswap')) continue;
    const file = await handle.getFile();
    const tail = await file.slice(Math.max(0, file.size - 100)).text();
    if (file.size > 0 && !/\{"kind":"end","events":\d+\}\n$/.test(tail)) wrong.push(`${name}: half a file`);
  }
  for (const { name = '' } of await indexedDB.databases())
    if (name.startsWith('old-')) wrong.push(...(await checkOld(name)));
  return [...new Set(wrong)];
}

async function checkOld(name: string): Promise<string[]> {
  const old = openDatabase(name);
  const pages = await old.pages.count();
  const tables = await Promise.all(old.tables.map((table) => table.count()));
  old.close();
  // killed while it was being filled it has none; a table that is missing rejects above
  return (pages === 0 || pages === oldPages) && tables.length > 3 ? [] : [`${name}: ${pages} pages`];
}
