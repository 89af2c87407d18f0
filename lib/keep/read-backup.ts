import { readLines } from '../export/read-lines.ts';
import { Provider } from '../llm/provider.ts';
import { Transcriber } from '../llm/transcribers.ts';
import { type Database, derivedTables, type LoosePage, type Page } from '../log/database.ts';
import { textOf } from '../log/page.ts';
import { ActEvent, GoneEvent, PageEvent, Watch } from '../model.ts';
import { KeptPlan } from '../plans/schema.ts';
import { ProfileRow, most as profileMost, SwitchedRow } from '../profile/schema.ts';
import { Review, reviewNeeds } from '../review/review.ts';
import { ShopProduct, ShopScript, StarterSettings } from '../shop/schema.ts';
import { KeptShow } from '../show/schema.ts';
import { KeptViewer } from '../viewers/schema.ts';
import { z } from '../zod.ts';
import {
  BackupEnd,
  BackupHead,
  BackupRow,
  backupFormat,
  flawIn,
  fromBase64,
  LedgerRow,
  PageRow,
  SessionRow,
} from './backup-format.ts';
import { inflateAtMost } from './inflate.ts';
import { ruleRows } from './kept-rows.ts';
import { KeepSettings } from './settings.ts';

/** What is wrong with a file, and in which line, counted from 1. */
export interface Flaw {
  line: number;
  what: 'not-backup' | 'newer' | 'wrong';
  /** in English */
  detail: string;
}

/** A backup that is not taken; nothing has changed by it. */
export class BadBackup extends Error {
  readonly flaw: Flaw;
  constructor(flaw: Flaw) {
    super(`Line ${flaw.line}: ${flaw.detail}`);
    this.flaw = flaw;
  }
}

export interface SoundRow {
  table: string;
  row: object;
}

/** A word list of 200,000 terms is a line of some twenty million characters. */
const longestLine = 64_000_000;
/** An unpacked page has a thousand events, of which goods are the largest. */
const largestPage = 64_000_000;
/** Rows are packed pages and short texts: nobody packs them a hundred times smaller. */
const mostPacked = 100;
const leeway = 10_000_000;

const kinds = new Map<string, z.ZodType>(
  [...PageEvent.options, ...ActEvent.options, GoneEvent].map((schema) => [schema.shape.kind.value, schema]),
);
const settings: Record<string, z.ZodType> = {
  provider: Provider,
  transcriber: Transcriber,
  watch: Watch,
  starter: StarterSettings,
  'settled-lacks': z.array(z.string().max(2000)).max(10_000),
  keep: KeepSettings,
  salt: z.string().regex(/^[0-9a-f]{64}$/),
  rules: z.looseObject({
    terms: z.array(z.unknown()),
    allow: z.array(z.unknown()),
    profiles: z.array(ProfileRow).max(profileMost.profiles).optional(),
    switched: z.array(SwitchedRow).max(1000).optional(),
  }),
  review: z.enum(reviewNeeds),
};
const schemas: Record<string, z.ZodType> = {
  sessions: SessionRow,
  ledger: LedgerRow,
  scripts: ShopScript,
  products: ShopProduct,
  reviews: Review,
  shows: KeptShow,
  plans: KeptPlan,
  viewers: KeptViewer,
  ...ruleRows,
};

/**
 * Reads a backup row by row, each held to its schema, all of it to bounds: length of line, share of packing, depth,
 * and no key that reaches for prototypes. Every event of every page is looked at. Throws `BadBackup` at the first
 * flaw; memory stays bounded by a line.
 */
export async function* readBackup(
  db: Database,
  file: Blob,
): AsyncGenerator<{ head: BackupHead; rows: SoundRow[]; bytes: number }> {
  const tables = new Set(db.tables.map(({ name }) => name).filter((name) => !isDerived(name)));
  let head: BackupHead | undefined;
  let [line, rows, chars] = [0, 0, 0];
  let isOver = false;
  const place: Place = { session: '', next: 0 };
  const refuse = (detail: string, what: Flaw['what'] = 'wrong'): never => {
    throw new BadBackup({ line, what, detail: detail.slice(0, 200) });
  };

  for await (const found of readLines(file, longestLine)) {
    const sound: SoundRow[] = [];
    for (const text of found.lines) {
      line++;
      chars += text.length;
      if (chars > mostPacked * found.bytes + leeway) refuse('packed beyond belief');
      const value = parsed(text);
      if (value === undefined) refuse('no JSON', head ? 'wrong' : 'not-backup');
      if (!head) {
        head = headIn(value, refuse);
        continue;
      }
      if (isOver) refuse('goes on after its end');
      const end = BackupEnd.safeParse(value).data;
      if (end) {
        if (end.rows !== rows) refuse(`${rows} of ${end.rows} rows`);
        isOver = true;
        continue;
      }
      const { t: table, r: row } = BackupRow.safeParse(value).data ?? refuse('no row');
      if (table !== 'beside' && !tables.has(table)) refuse(`an unknown table ${table}`);
      rows++;
      sound.push({ table, row: await soundRow(db, table, row, place, refuse) });
    }
    if (found.problem) {
      line++;
      refuse(found.problem, head ? 'wrong' : 'not-backup');
    }
    if (head) yield { head, rows: sound, bytes: found.bytes };
  }
  line++;
  if (!head) refuse('empty', 'not-backup');
  if (!isOver) refuse('cut off');
}

/** Where the pages of the session at hand must go on. */
interface Place {
  session: string;
  next: number;
}
type Refuse = (detail: string) => never;

const isDerived = (name: string): boolean => (derivedTables as readonly string[]).includes(name);

function headIn(value: unknown, refuse: (detail: string, what: Flaw['what']) => never): BackupHead {
  const head = BackupHead.safeParse(value).data ?? refuse('no head', 'not-backup');
  return head.format > backupFormat ? refuse(`format ${head.format}`, 'newer') : head;
}

async function soundRow(
  db: Database,
  table: string,
  row: Record<string, unknown>,
  place: Place,
  refuse: Refuse,
): Promise<object> {
  if (table === 'pages') return soundPage(row, place, refuse);
  const flaw = flawIn(row);
  if (flaw) refuse(`${table}: ${flaw}`);
  if (table === 'beside') return row;
  const { keyPath } = db.table(table).schema.primKey;
  const key = row[String(keyPath)];
  if (typeof key !== 'string' && typeof key !== 'number') refuse(`${table}: no ${String(keyPath)}`);
  const schema = table === 'settings' ? settings[String(key)] : schemas[table];
  if (table === 'settings' && !schema) refuse(`settings: an unknown ${String(key).slice(0, 40)}`);
  const read = schema?.safeParse(table === 'settings' ? row.value : row);
  if (read && !read.success) refuse(`${table}: ${issueIn(read.error)}`);
  if (table === 'sessions') {
    const { id, events } = row as { id: string; events: number };
    if (place.session === id && place.next > events) refuse(`more pages than ${events} events`);
  }
  return row;
}

async function soundPage(row: object, place: Place, refuse: Refuse): Promise<Page> {
  const read = PageRow.safeParse(row);
  if (!read.success) return refuse(`pages: ${issueIn(read.error)}`);
  const { text, gzip, ...rest } = read.data;
  const head = rest as Omit<LoosePage, 'text'>;
  if ((text === undefined) === (gzip === undefined)) refuse('pages: text or gzip, one of them');
  if (head.session !== place.session) Object.assign(place, { session: head.session, next: 0 });
  if (head.first < place.next) refuse(`pages: ${head.first} comes after ${place.next}`);
  place.next = head.first + head.count;

  const packed = gzip === undefined ? null : fromBase64(gzip);
  const whole = packed ? await inflateAtMost(packed, largestPage) : (text ?? null);
  if (whole === null) return refuse('pages: cannot be unpacked, or is too large');
  const loose: LoosePage = { ...head, text: whole };
  // a page that was torn on disk is never read, here as there
  if ((await textOf(loose)) !== null) checkEvents(loose, refuse);
  return packed ? { ...head, gzip: packed } : loose;
}

function checkEvents({ text, count }: LoosePage, refuse: Refuse): void {
  const events = parsed(`[${text}]`);
  if (!Array.isArray(events) || events.length !== count) refuse('pages: not the events it says');
  for (const event of events as unknown[]) {
    const read = kinds.get(String((event as { kind?: unknown })?.kind))?.safeParse(event);
    if (!read) refuse('pages: an unknown kind of event');
    else if (!read.success) refuse(`pages: ${issueIn(read.error)}`);
    const flaw = flawIn(event);
    if (flaw) refuse(`pages: ${flaw}`);
  }
}

const issueIn = ({ issues: [issue] }: z.ZodError): string =>
  `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
