import { type Database, derivedTables } from '../log/database.ts';

/** How much stands in a table: records, and their size as far as some of them tell (bytes, not packed by the disk). */
interface Amount {
  records: number;
  bytes: number;
  /** all were weighed */
  isExact: boolean;
}

/** What the tables are to people; a table that is in none would be a table nobody is told of. */
export const tablesOf = {
  sessions: ['sessions'],
  events: ['pages'],
  derived: derivedTables,
  scripts: ['scripts'],
  products: ['products'],
  day: ['shows', 'plans'],
  viewers: ['viewers'],
  lists: ['lists', 'listContents', 'subscriptions'],
  trail: ['trail', 'cases', 'reviews'],
  ruleSets: ['ruleSets'],
  settings: ['settings'],
  ledger: ['ledger'],
} as const satisfies Record<string, readonly string[]>;
export type Part = keyof typeof tablesOf;

export interface Amounts {
  parts: Record<Part, Amount>;
  /** of all sessions */
  events: number;
  comments: number;
  /** events that are no longer kept */
  gone: number;
}

/** Records of a table that are weighed, evenly from first to last. */
const sample = 24;

/** Counts what is stored and weighs some of it. */
export async function readAmounts(db: Database): Promise<Amounts> {
  const parts = {} as Record<Part, Amount>;
  for (const [part, tables] of Object.entries(tablesOf)) {
    const amounts = await Promise.all(tables.map((table) => weigh(db, table)));
    parts[part as Part] = {
      // a stretch's records are several: its lines in the table of stretches are what there is
      records: amounts[0]?.records ?? 0,
      bytes: amounts.reduce((sum, { bytes }) => sum + bytes, 0),
      isExact: amounts.every(({ isExact }) => isExact),
    };
  }
  const sums = { events: 0, comments: 0, gone: 0 };
  await db.sessions.each(({ events, comments, gone = 0 }) => {
    sums.events += events;
    sums.comments += comments;
    sums.gone += gone;
  });
  return { parts, ...sums };
}

async function weigh(db: Database, name: string): Promise<Amount> {
  const table = db.table(name);
  const keys = await table.toCollection().primaryKeys();
  const step = Math.max(1, keys.length / sample);
  const chosen = Array.from({ length: Math.min(keys.length, sample) }, (_, i) => keys[Math.floor(i * step)]!);
  const rows = (await table.bulkGet(chosen)).filter((row) => row !== undefined);
  const bytes = rows.reduce<number>((sum, row) => sum + sizeOf(row), 0);
  const isExact = keys.length <= sample;
  return {
    records: keys.length,
    bytes: rows.length === 0 ? 0 : Math.round((bytes / rows.length) * keys.length),
    isExact,
  };
}

/** Bytes of a record: those of its texts and byte arrays, and eight for what else it holds. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return new TextEncoder().encode(value).length;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 8;
  const fields = Array.isArray(value) ? value : Object.entries(value).flat();
  return fields.reduce<number>((sum, one) => sum + sizeOf(one), 0);
}
