import { type Database, derivedTables, keyedSettings, machineSettings, type Page } from '../log/database.ts';
import { enterInLedger } from '../log/ledger.ts';
import { eventsOf, makePage } from '../log/page.ts';
import type { LiveEvent, LoggedEvent, Session } from '../model.ts';
import { type BackupHead, backupFormat, writePage } from './backup-format.ts';

interface Options {
  now: number;
  who: string;
  /** the model provider's key goes along */
  withKey: boolean;
  /** what stands beside the database, by name */
  beside?: Readonly<Record<string, unknown>>;
  signal?: AbortSignal;
  /** events written, of how many */
  onProgress?(done: number, all: number): void;
}

/** Pages in memory at once. */
const portion = 16;
/** Rows of other tables in memory at once: a list may hold megabytes. */
const rowsAtOnce = 50;

/** Tables that are backed up, sessions and pages apart: all that cannot be worked out again. */
export const plainTables = (db: Database): string[] =>
  db.tables.map(({ name }) => name).filter((name) => !['sessions', 'pages', ...derivedTables].includes(name));

/**
 * Writes everything into one file, gzip of JSON Lines: head, a row a line, how many there were. Each session is as it
 * stood when its last page was read; packed pages stay packed. Enters it in the ledger first. Rejects when stopped.
 */
export async function writeBackup(
  db: Database,
  options: Options,
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  const { now, who, withKey, beside = {}, signal, onProgress } = options;
  await enterInLedger(db, { at: now, what: 'backup', who, why: '', ...(withKey && { detail: 'key' }) });
  const gzip = new CompressionStream('gzip');
  const input = gzip.writable.getWriter();
  const drained = drain(gzip.readable, write);
  // whoever reads it hears of it below
  drained.catch(() => {});
  const encoder = new TextEncoder();
  let rows = 0;
  const line = async (value: object) => {
    signal?.throwIfAborted();
    await Promise.race([input.write(encoder.encode(`${JSON.stringify(value)}\n`)), drained]);
  };
  const row = (t: string, r: object) => {
    rows++;
    return line({ t, r });
  };
  try {
    const head: BackupHead = { kind: 'backup', format: backupFormat, madeAt: now, withKey };
    await line(head);
    for (const [key, value] of Object.entries(beside)) await row('beside', { key, value });
    for (const table of plainTables(db))
      for await (const found of rowsOf(db, table))
        if (!isOfMachine(table, found)) await row(table, withoutKey(table, found, withKey));
    const sessions = await db.sessions.orderBy('startedAt').toArray();
    const all = sessions.reduce((sum, { events }) => sum + events, 0);
    let done = 0;
    for (const { id } of sessions) {
      const session = await writePages(db, id, async (page) => {
        await row('pages', writePage(page));
        done += page.count;
        onProgress?.(done, all);
      });
      if (session) await row('sessions', session);
    }
    await line({ kind: 'end', rows });
    await input.close();
    await drained;
  } catch (error) {
    await input.abort(error).catch(() => {});
    throw error;
  }
}

/** Hands over a session's pages and gives the session as it stood with the last of them; null when it is gone. */
async function writePages(
  db: Database,
  id: string,
  onPage: (page: Page) => Promise<void>,
): Promise<Session | null> {
  for (let next = 0; ; ) {
    const from = next;
    const read = await db.transaction('r', db.sessions, db.pages, async () => ({
      session: await db.sessions.get(id),
      // the page before may have been joined with what came since
      before: await db.pages.where(':id').between([id, 0], [id, from]).last(),
      pages: await db.pages
        .where(':id')
        .between([id, from], [id, Number.MAX_SAFE_INTEGER])
        .limit(portion)
        .toArray(),
    }));
    if (!read.session) return null;
    const { before } = read;
    const rest = before && before.first + before.count > from ? await cut(before, from) : null;
    for (const page of rest ? [rest, ...read.pages] : read.pages) {
      await onPage(page);
      next = page.first + page.count;
    }
    if (read.pages.length < portion) return read.session;
  }
}

/** What of a page comes from seq `from` on. */
async function cut(page: Page, from: number): Promise<Page | null> {
  const events = (await eventsOf(page))?.filter(({ seq }) => seq >= from);
  return events ? makePage(page.session, from, events.map(withoutSeq)) : null;
}

function withoutSeq({ seq: _, ...event }: LoggedEvent): LiveEvent {
  return event as LiveEvent;
}

async function* rowsOf(db: Database, name: string): AsyncGenerator<object> {
  const table = db.table(name);
  const keys = await table.toCollection().primaryKeys();
  for (let at = 0; at < keys.length; at += rowsAtOnce)
    for (const row of await table.bulkGet(keys.slice(at, at + rowsAtOnce))) if (row) yield row;
}

const isOfMachine = (table: string, { id }: { id?: unknown }): boolean =>
  table === 'settings' && (machineSettings as readonly unknown[]).includes(id);

function withoutKey(table: string, row: object, withKey: boolean): object {
  const { id, value } = row as { id?: unknown; value?: object };
  const hasKey = table === 'settings' && (keyedSettings as readonly unknown[]).includes(id);
  return hasKey && !withKey ? { id, value: { ...value, key: '' } } : row;
}

async function drain(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) await write(read.value);
}
