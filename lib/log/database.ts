import { Dexie, type EntityTable, type Table } from 'dexie';
import type { RuleSettings } from '../compliance/types.ts';
import type { Provider } from '../llm/provider.ts';
import type { Session } from '../model.ts';
import type { ShopProduct, ShopScript, StarterSettings } from '../shop/schema.ts';

/** One record = a run of consecutive events of a session; a row each would write 40 times slower. */
export interface Page {
  session: string;
  /** seq of the first event */
  first: number;
  count: number;
  /** when the first event was seen (ms epoch), so that a moment is found without reading events */
  at: number;
  /** events as JSON objects joined by commas, so that joining two pages is joining two strings */
  text: string;
  /** checksum of `text`; a page that fails it is skipped and said */
  sum: number;
}

/** What can be found in a stretch of a session: see lib/search. */
export interface Sign {
  session: string;
  /** seq of the stretch's first event */
  first: number;
  count: number;
  /** of the code that made it; another version is made again */
  version: number;
  bytes: Uint8Array;
}

/** What a person did with what is stored here: the record of it outlives the data. */
export interface LedgerEntry {
  /** given by the database */
  id?: number;
  at: number;
  what: 'export-unmasked' | 'import' | 'delete' | 'purge' | 'consent';
  /** as they wrote it; nobody logs in here */
  who: string;
  why: string;
  /** the session it was about, and what of it, in words */
  session?: string;
  detail?: string;
}

/** Tables of what was worked out from pages, by session and seq: they go when the session goes. */
export const derivedTables = ['checkpoints', 'signs', 'digests'] as const;

/** Settings that several pages share; one record each. No page on the web and no content script can read them. */
type Setting =
  | { id: 'rules'; value: RuleSettings }
  | { id: 'provider'; value: Provider }
  | { id: 'starter'; value: StarterSettings };

export type Database = Dexie & {
  sessions: EntityTable<Session, 'id'>;
  pages: Table<Page, [string, number]>;
  settings: Table<Setting, Setting['id']>;
  scripts: Table<ShopScript, string>;
  products: Table<ShopProduct, string>;
  signs: Table<Sign, [string, number]>;
  ledger: EntityTable<LedgerEntry, 'id'>;
};

/** Opens the one database. The background writes sessions and pages; pages write settings, scripts and products. */
export function openDatabase(name = 'live-room-copilot'): Database {
  const db = new Dexie(name, { chromeTransactionDurability: 'relaxed' }) as Database;
  db.version(1).stores({
    sessions: 'id, [platform+roomId], startedAt',
    pages: '[session+first]',
    settings: 'id',
  });
  db.version(2).stores({ scripts: 'id, addedAt', products: 'id, addedAt' });
  db.version(3).stores({
    checkpoints: '[session+seq]',
    signs: '[session+first]',
    digests: '[session+first]',
    ledger: '++id, at',
  });
  return db;
}
