import { Dexie, type EntityTable, type Table } from 'dexie';
import type { RuleSettings } from '../compliance/types.ts';
import type { Change } from '../lists/changes.ts';
import type { Subscription } from '../lists/subscription.ts';
import type { ListContent, ListHead } from '../lists/word-list.ts';
import type { Provider } from '../llm/provider.ts';
import type { Transcriber } from '../llm/transcribers.ts';
import type { Finding, Session, Watch } from '../model.ts';
import type { KeptPlan } from '../plans/schema.ts';
import type { Review, ReviewNeed } from '../review/review.ts';
import type { ShopProduct, ShopScript, StarterSettings } from '../shop/schema.ts';
import type { KeptShow } from '../show/schema.ts';
import type { KeptViewer } from '../viewers/schema.ts';

interface PageHead {
  session: string;
  /** seq of the first event */
  first: number;
  count: number;
  /** when the first event was seen (ms epoch), so that a moment is found without reading events */
  at: number;
  /** checksum of the text; a page that fails it is skipped and said */
  sum: number;
}

/** A page as it is appended. */
export interface LoosePage extends PageHead {
  /** events as JSON objects joined by commas, so that joining two pages is joining two strings */
  text: string;
}

/** One record = a run of consecutive events of a session; a row each would write 40 times slower. Packed at rest. */
export type Page = LoosePage | (PageHead & { gzip: Uint8Array });

/** The room at one moment, so that a seek need not fold from the beginning: see lib/index. */
export interface Checkpoint {
  session: string;
  /** the next seq the room expects */
  seq: number;
  version: number;
  /** when the newest event before it was seen (ms epoch) */
  at: number;
  /** seqs of the checkpoints that it changes one after the other, the first one whole; none when it is whole itself */
  via: readonly number[];
  /** gzip of a patch: on nothing, or on the last of those */
  bytes: Uint8Array;
}

/** How far a session was worked up, and with what: see lib/index. */
export interface Indexed {
  session: string;
  /** seq of the first event; the next stretch begins at `first + count` */
  first: number;
  count: number;
  /** the makers and their versions, so that a change of one makes everything anew */
  makers: string;
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

/** What a stretch of a session adds to its report: see lib/report. */
export interface StoredDigest {
  session: string;
  /** seq of the stretch's first event */
  first: number;
  count: number;
  /** of the code that made it; another version is made again */
  version: number;
  /** gzip of JSON */
  bytes: Uint8Array;
}

/** What a person did with what is stored here: the record of it outlives the data. */
export interface LedgerEntry {
  /** given by the database */
  id?: number;
  at: number;
  what:
    | 'export-unmasked'
    | 'import'
    | 'delete'
    | 'clean-up'
    | 'delete-viewer'
    | 'purge'
    | 'backup'
    | 'restore'
    | 'consent'
    | 'withdrawal'
    | 'addition';
  /** as they wrote it; nobody logs in here */
  who: string;
  why: string;
  /** the session it was about, and what of it, in words */
  session?: string;
  detail?: string;
  /** of a consent: the room, what for, and since when it holds (ms epoch) */
  room?: string;
  covers?: 'recording' | 'analysis' | 'both';
  since?: number;
  /** the entry that this one adds to or takes back: none is ever changed */
  of?: number;
}

/** What a stretch of a session puts on its timeline: see lib/index, which knows its shape. */
interface StoredMoments {
  session: string;
  /** seq of the stretch's first event */
  first: number;
  count: number;
  /** of the code that made it; another version is made again */
  version: number;
  from: number;
  minutes: object[];
  moments: object[];
  turns: Int32Array;
}

/** How the comments of a stretch were read, a byte for each event: see lib/export/readings.ts. */
export interface StoredReadings {
  session: string;
  /** seq of the stretch's first event */
  first: number;
  count: number;
  version: number;
  bytes: Uint8Array;
}

/** What a version of the rules was: the built-in rules of that hash with the shop's settings. */
export interface RuleSet {
  /** as events name it */
  version: string;
  builtIn: string;
  settings: RuleSettings;
  /** word lists that were on; `listContents` has what they held */
  lists?: readonly { id: string; name: string; hash: string }[];
  /** first used (ms epoch) */
  at: number;
}

/** One change of the rules or lists: who, when, what it was before and after, and why if they said. */
export interface TrailEntry {
  /** given by the database */
  id?: number;
  /** ms epoch */
  at: number;
  /** as they call themselves; empty when they said nothing */
  who: string;
  why?: string;
  /** id of the change that this one took back */
  undoes?: number;
  changes: readonly Change[];
}

/** What a person decided about a finding, and why: shown when the same comes again. */
export interface KeptCase {
  /** given by the database */
  id?: number;
  at: number;
  /** as they call themselves; nobody logs in here */
  who: string;
  /** the sentence it was found in */
  text: string;
  finding: Finding;
  /** the finding's, so that it can be found */
  rule: string;
  decision: 'false-hit' | 'right';
  reason: string;
}

/** Tables of what was worked out from pages, by session and seq: they go when the session goes. */
export const derivedTables = ['stretches', 'checkpoints', 'moments', 'signs', 'digests', 'readings'] as const;

/** Settings of this machine: no backup takes them along. */
export const machineSettings: readonly Setting['id'][] = ['policy', 'holding'];

/** Settings that hold a key: it goes into a backup only where somebody says so. */
export const keyedSettings: readonly Setting['id'][] = ['provider', 'transcriber'];

/** Forgets all settings but the company's policy, which is not ours to forget. */
export const clearSettings = (db: Database): Promise<number> =>
  db.settings.where('id').notEqual('policy').delete();

/** Settings that several pages share; one record each. No page on the web and no content script can read them. */
type Setting =
  | { id: 'rules'; value: RuleSettings }
  | { id: 'provider'; value: Provider }
  | { id: 'transcriber'; value: Transcriber }
  | { id: 'starter'; value: StarterSettings }
  /** what alarms go by */
  | { id: 'watch'; value: Watch }
  | { id: 'settled-lacks'; value: string[] }
  /** see lib/keep/settings.ts */
  | { id: 'keep'; value: object }
  /** who must look before something new is used */
  | { id: 'review'; value: ReviewNeed }
  /** what the browser's administrators set, as it was given: see lib/policy */
  | { id: 'policy'; value: unknown }
  /** the profiles that held in each room when somebody last looked */
  | { id: 'holding'; value: Readonly<Record<string, readonly string[]>> }
  /** of this installation, in hex: what viewers' ids are hashed with */
  | { id: 'salt'; value: string };

export type Database = Dexie & {
  sessions: EntityTable<Session, 'id'>;
  pages: Table<Page, [string, number]>;
  settings: Table<Setting, Setting['id']>;
  scripts: Table<ShopScript, string>;
  products: Table<ShopProduct, string>;
  stretches: Table<Indexed, [string, number]>;
  checkpoints: Table<Checkpoint, [string, number]>;
  moments: Table<StoredMoments, [string, number]>;
  signs: Table<Sign, [string, number]>;
  digests: Table<StoredDigest, [string, number]>;
  readings: Table<StoredReadings, [string, number]>;
  ledger: EntityTable<LedgerEntry, 'id'>;
  ruleSets: Table<RuleSet, string>;
  lists: Table<ListHead, string>;
  listContents: Table<{ hash: string; content: ListContent }, string>;
  subscriptions: Table<Subscription, string>;
  trail: EntityTable<TrailEntry, 'id'>;
  cases: EntityTable<KeptCase, 'id'>;
  reviews: Table<Review, string>;
  shows: Table<KeptShow, string>;
  plans: Table<KeptPlan, string>;
  viewers: Table<KeptViewer, string>;
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
    stretches: '[session+first]',
    checkpoints: '[session+seq], [session+at]',
    moments: '[session+first]',
    signs: '[session+first]',
    digests: '[session+first]',
    readings: '[session+first]',
    ledger: '++id, at',
    ruleSets: 'version',
    lists: 'id, updatedAt',
    listContents: 'hash',
    subscriptions: 'id',
    trail: '++id, at',
    cases: '++id, at, rule',
    reviews: 'id, state',
    shows: 'id, addedAt',
    plans: 'id, addedAt',
    viewers: 'id',
  });
  return db;
}
