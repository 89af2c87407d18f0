import { sweepImports } from '../export/import.ts';
import {
  clearSettings,
  type Database,
  derivedTables,
  keyedSettings,
  type LedgerEntry,
  type Page,
} from '../log/database.ts';
import type { Session } from '../model.ts';
import { plainTables } from './backup.ts';
import { BadBackup, type Flaw, readBackup } from './read-backup.ts';

interface Watching {
  signal?: AbortSignal;
  /** bytes of the file read, of how many */
  onProgress?(done: number, all: number): void;
}

/** What a backup holds. */
export interface BackupPreview {
  madeAt: number;
  withKey: boolean;
  sessions: number;
  events: number;
  /** sessions that are here already */
  already: number;
  /** rows by table */
  rows: Record<string, number>;
}

/** Reads a whole backup and tells what is in it, or what is wrong with it; changes nothing. */
export async function inspectBackup(
  db: Database,
  file: Blob,
  { signal, onProgress }: Watching = {},
): Promise<({ ok: true } & BackupPreview) | { ok: false; flaw: Flaw }> {
  const preview: BackupPreview = {
    madeAt: 0,
    withKey: false,
    sessions: 0,
    events: 0,
    already: 0,
    rows: {},
  };
  try {
    for await (const { head, rows, bytes } of readBackup(db, file)) {
      signal?.throwIfAborted();
      Object.assign(preview, { madeAt: head.madeAt, withKey: head.withKey });
      for (const { table, row } of rows) {
        preview.rows[table] = (preview.rows[table] ?? 0) + 1;
        if (table !== 'sessions') continue;
        const { id, events } = row as Session;
        preview.sessions++;
        preview.events += events;
        if (await db.sessions.get(id)) preview.already++;
      }
      onProgress?.(bytes, file.size);
    }
    return { ok: true, ...preview };
  } catch (error) {
    if (error instanceof BadBackup) return { ok: false, flaw: error.flaw };
    throw error;
  }
}

interface Options extends Watching {
  /** `merge` adds what is missing and changes nothing; `replace` leaves nothing of what was but the ledger */
  mode: 'merge' | 'replace';
  now: number;
  who: string;
  newId(): string;
}

export type Restored =
  | { ok: true; sessions: number; beside: Record<string, unknown> }
  | { ok: false; flaw: Flaw };

/**
 * Takes a backup in, wholly or not at all. Pages are put where no session is, so that nobody sees them; all else waits
 * in memory, until the file has been read to its end and found sound. Then one transaction makes it so. Killed before
 * that, it leaves only such pages, which `sweepImports` removes. The caller holds the lock of imports. Rejects when
 * stopped or when the database fails, and then, too, nothing has changed.
 */
export async function restoreBackup(db: Database, file: Blob, options: Options): Promise<Restored> {
  await sweepImports(db);
  const staged = new Map<string, string | null>();
  try {
    return { ok: true, ...(await take(db, file, options, staged)) };
  } catch (error) {
    for (const id of staged.values()) if (id !== null) await pagesOf(db, id).delete();
    if (error instanceof BadBackup) return { ok: false, flaw: error.flaw };
    throw error;
  }
}

const pagesOf = (db: Database, id: string) =>
  db.pages.where(':id').between([id, 0], [id, Number.MAX_SAFE_INTEGER], true, true);

/** `staged`: under which id the pages of a session wait; null for one that is not wanted. */
async function take(
  db: Database,
  file: Blob,
  { mode, now, who, newId, signal, onProgress }: Options,
  staged: Map<string, string | null>,
): Promise<{ sessions: number; beside: Record<string, unknown> }> {
  const waiting = new Map<string, object[]>();
  const beside: Record<string, unknown> = {};
  for await (const { rows, bytes } of readBackup(db, file)) {
    signal?.throwIfAborted();
    const pages: Page[] = [];
    for (const { table, row } of rows) {
      if (table === 'pages') {
        const page = row as Page;
        const id = await placeOf(page.session);
        if (id !== null) pages.push({ ...page, session: id });
      } else if (table === 'beside') {
        const { key, value } = row as { key?: unknown; value: unknown };
        if (typeof key === 'string') beside[key] = value;
      } else {
        const held = waiting.get(table) ?? [];
        held.push(row);
        waiting.set(table, held);
      }
    }
    if (pages.length > 0) await db.pages.bulkAdd(pages);
    onProgress?.(bytes, file.size);
  }
  signal?.throwIfAborted();
  const sessions = await commit(db, { mode, now, who, waiting, staged });
  return { sessions, beside };

  async function placeOf(session: string): Promise<string | null> {
    const known = staged.get(session);
    if (known !== undefined) return known;
    const isTaken = (await db.sessions.get(session)) !== undefined;
    const id = !isTaken ? session : mode === 'merge' ? null : newId();
    staged.set(session, id);
    return id;
  }
}

interface Sound {
  mode: 'merge' | 'replace';
  now: number;
  who: string;
  waiting: ReadonlyMap<string, readonly object[]>;
  staged: ReadonlyMap<string, string | null>;
}

/** The one transaction that makes it so; gives how many sessions it wrote. */
function commit(db: Database, { mode, now, who, waiting, staged }: Sound): Promise<number> {
  return db.transaction('rw', db.tables, async () => {
    const keyed = await db.settings.bulkGet([...keyedSettings]);
    if (mode === 'replace') await clear(db);
    const sessions = ((waiting.get('sessions') ?? []) as Session[]).filter(
      ({ id }) => staged.get(id) !== null,
    );
    const fresh: Session[] = [];
    for (const session of sessions) if (!(await db.sessions.get(session.id))) fresh.push(atRest(session));
    for (const { id } of fresh) {
      const place = staged.get(id) ?? id;
      if (place !== id) await move(db, place, id);
    }
    await db.sessions.bulkPut(fresh);
    for (const name of plainTables(db)) {
      const rows = waiting.get(name) ?? [];
      const table = db.table(name);
      if (table.schema.primKey.auto) await join(db, name, rows);
      else {
        const keys = rows.map(
          (row) => (row as Record<string, string>)[String(table.schema.primKey.keyPath)]!,
        );
        const here = await table.bulkGet(keys);
        await table.bulkPut(
          rows.filter((_, i) => here[i] === undefined).map((row) => withKey(name, row, keyed)),
        );
      }
    }
    const detail = `${mode}: ${fresh.length}`;
    await db.ledger.add({ at: now, what: 'restore', who, why: '', detail });
    return fresh.length;
  });
}

/** All but the ledger, and the pages that wait. */
async function clear(db: Database): Promise<void> {
  for (const id of (await db.sessions.toCollection().primaryKeys()) as string[])
    await pagesOf(db, id).delete();
  for (const name of ['sessions', ...derivedTables, ...plainTables(db)])
    if (name === 'settings') await clearSettings(db);
    else if (name !== 'ledger') await db.table(name).clear();
}

async function move(db: Database, from: string, to: string): Promise<void> {
  for (;;) {
    const pages = await pagesOf(db, from).limit(16).toArray();
    if (pages.length === 0) return;
    await db.pages.bulkPut(pages.map((page) => ({ ...page, session: to })));
    await db.pages.bulkDelete(pages.map(({ session, first }) => [session, first] as [string, number]));
  }
}

/** The tabs of then are not those of now. */
const atRest = (session: Session): Session =>
  session.tabId === null ? session : { ...session, tabId: null, asideTab: null };

/** Adds entries that are not here yet; one whose number is taken gets another, and who points at it follows. */
async function join(db: Database, name: string, rows: readonly object[]): Promise<void> {
  const table = db.table(name);
  const bare = ({ id: _, ...row }: LedgerEntry) => JSON.stringify(row);
  const here = new Map<string, number>();
  const taken = new Set<number>();
  await table.each((row: LedgerEntry) => {
    here.set(bare(row), row.id as number);
    taken.add(row.id as number);
  });
  const moved = new Map<number, number>();
  for (const row of rows as LedgerEntry[]) {
    const { id, ...rest } = row;
    const entry: Record<string, unknown> = { ...rest };
    for (const field of ['of', 'undoes']) {
      const at = moved.get(entry[field] as number);
      if (at !== undefined) entry[field] = at;
    }
    const same = here.get(JSON.stringify(entry));
    const isFree = id !== undefined && !taken.has(id);
    const now = same ?? ((await table.add(isFree ? { ...entry, id } : entry)) as number);
    taken.add(now);
    if (id !== undefined) moved.set(id, now);
  }
}

/** A backup without a key does not take the key of the same endpoint away. */
function withKey(table: string, row: object, keyed: readonly unknown[]): object {
  type Keyed = { id?: unknown; value?: { key?: string; address?: string } };
  const { id, value } = row as Keyed;
  const held =
    table === 'settings' ? (keyed as (Keyed | undefined)[]).find((one) => one?.id === id)?.value : undefined;
  const isSame = held !== undefined && value?.key === '' && held.address === value.address;
  return isSame ? { id, value: { ...value, key: held?.key } } : row;
}
