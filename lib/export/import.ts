import type { Database, LoosePage, Page } from '../log/database.ts';
import { packPage, pageOf } from '../log/page.ts';
import { ActEvent, GoneEvent, type LiveEvent, PageEvent, platformIds, type Session } from '../model.ts';
import { z } from '../zod.ts';
import { isSurelyComment } from './quick-check.ts';
import { type BadLine, readLines } from './read-lines.ts';

/** What is wrong with a file, and in which line, counted from 1. */
export interface Problem {
  line: number;
  what:
    | BadLine
    | 'empty'
    | 'not-ours'
    | 'other-format'
    | 'not-json'
    | 'wrong-shape'
    | 'out-of-order'
    | 'cut-off'
    | 'after-end'
    | 'too-many';
  /** which field, what was expected; in English, from the schema */
  detail?: string;
}

export type Imported =
  /** `isPart`: the file held a part of the session only; `masked`: without the names */
  { ok: true; session: Session; isPart: boolean; masked: boolean } | { ok: false; problem: Problem };

interface Options {
  now(): number;
  newId(): string;
  /** as they call themselves, for the ledger */
  who?: string;
  signal?: AbortSignal;
  /** bytes of the file read so far, and events taken */
  onProgress?(bytes: number, events: number): void;
}

/** More than any broadcast has. */
const mostEvents = 20_000_000;
const pageSize = 1000;
/** Pages written at once. */
const batch = 8;

const Count = z.number().int().min(0);
const Time = z.number().int().min(1e12).max(1e13);
const Head = z.object({
  kind: z.literal('session'),
  format: z.union([z.literal(1), z.literal(2)]),
  masked: z.boolean().optional(),
  selection: z.unknown().optional(),
  id: z.string().regex(/^[\w-]{1,64}$/),
  platform: z.enum(platformIds),
  roomId: z.string().min(1).max(128),
  title: z.string().max(200),
  startedAt: Time,
  lastAt: Time,
  endedAt: Time.nullable(),
  events: Count,
  rejected: Count,
});
type Head = z.infer<typeof Head>;
const End = z.object({ kind: z.literal('end'), events: Count });
const Place = z.object({ kind: z.string(), seq: Count });
const pageKinds: ReadonlySet<string> = new Set(PageEvent.options.map(({ shape }) => shape.kind.value));

const schemaOf = (kind: string): z.ZodType<LiveEvent> =>
  kind === 'gone' ? GoneEvent : pageKinds.has(kind) ? PageEvent : ActEvent;

/** Everything that stops an import for the file's sake; what stops it for another reason flies as it is. */
class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`Line ${problem.line}: ${problem.what}.`);
    this.problem = problem;
  }
}

/**
 * Takes an exported session in, wholly or not at all. Its pages are written under an id that no session has, so
 * nobody sees them; the session itself is written last. It keeps its id unless that is taken. One import at a time:
 * the caller holds a lock, and `sweepImports` clears what a killed one left.
 *
 * Expects JSON Lines of `writeJsonl`, gzip'd or not. Rejects when stopped and when the database fails.
 */
export async function importJsonl(db: Database, file: Blob, options: Options): Promise<Imported> {
  await sweepImports(db);
  let id: string | undefined;
  try {
    const taken = await takeAll(db, file, options, (chosen) => {
      id = chosen;
    });
    return { ok: true, ...taken };
  } catch (error) {
    if (id !== undefined) await pagesOf(db, id).delete();
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Removes pages that belong to no session: what an import left that was killed. */
export async function sweepImports(db: Database): Promise<void> {
  for (let after: [string, number] = ['', 0]; ; ) {
    const next = await db.transaction('rw', db.sessions, db.pages, async () => {
      const [key] = await db.pages.where(':id').above(after).limit(1).primaryKeys();
      if (key && !(await db.sessions.get(key[0]))) await pagesOf(db, key[0]).delete();
      return key;
    });
    if (!next) return;
    after = [next[0], Number.MAX_SAFE_INTEGER];
  }
}

const pagesOf = (db: Database, id: string) =>
  db.pages.where(':id').between([id, 0], [id, Number.MAX_SAFE_INTEGER], true, true);

async function takeAll(
  db: Database,
  file: Blob,
  { now, newId, who = '', signal, onProgress }: Options,
  onId: (id: string) => void,
): Promise<{ session: Session; isPart: boolean; masked: boolean }> {
  let head: Head | undefined;
  let id = '';
  let ended = false;
  let seq = -1;
  let line = 0;
  const counts = { events: 0, comments: 0 };
  let gone = 0;
  // as JSON: a thousand objects would have to be kept by each clearing of memory meanwhile
  let spelled: string[] = [];
  let seenAt = 0;
  let full: LoosePage[] = [];
  let pages: Page[] = [];

  const flush = async () => {
    await db.pages.bulkAdd(pages);
    pages = [];
  };
  const closePage = () => {
    if (spelled.length > 0) full.push(pageOf(id, counts.events - spelled.length, seenAt, spelled));
    spelled = [];
  };
  const packFull = async () => {
    for (const page of full) pages.push(await packPage(page));
    full = [];
  };
  const refuse = (what: Problem['what'], detail?: string): never => {
    throw new Refused({ line, what, ...(detail && { detail }) });
  };

  function take(text: string): void {
    const value = parsed(text, refuse);
    if (ended) refuse('after-end');
    if (isRecord(value) && value.kind === 'end') {
      const end = shaped(End, value, refuse);
      if (end.events !== counts.events) refuse('cut-off', `${counts.events} of ${end.events} events`);
      ended = true;
      return;
    }
    const isSure = isRecord(value) && isSurelyComment(value);
    const place = isSure ? (value as unknown as z.infer<typeof Place>) : shaped(Place, value, refuse);
    if (place.seq <= seq) refuse('out-of-order', `seq ${place.seq} after ${seq}`);
    seq = place.seq;
    const event = isSure ? (value as unknown as LiveEvent) : shaped(schemaOf(place.kind), value, refuse);
    if (counts.events >= mostEvents) refuse('too-many', `more than ${mostEvents} events`);
    if (spelled.length === 0) seenAt = event.seenAt;
    const json = JSON.stringify(event);
    // of what no schema has cleaned, its seq stands last
    spelled.push(isSure ? `${json.slice(0, json.lastIndexOf(','))}}` : json);
    counts.events++;
    if (event.kind === 'comment' || (event.kind === 'gone' && event.was === 'comment')) counts.comments++;
    if (event.kind === 'gone') gone++;
    if (spelled.length >= pageSize) closePage();
  }

  for await (const found of readLines(file)) {
    signal?.throwIfAborted();
    for (const text of found.lines) {
      line++;
      if (head) take(text);
      else {
        head = headIn(
          parsed(text, () => refuse('not-ours')),
          refuse,
        );
        id = (await db.sessions.get(head.id)) ? newId() : head.id;
        onId(id);
      }
    }
    if (found.problem) {
      line++;
      refuse(found.problem);
    }
    await packFull();
    if (pages.length >= batch) await flush();
    onProgress?.(found.bytes, counts.events);
  }
  if (!head) throw new Refused({ line: 1, what: 'empty' });
  // format 1 had no last line: it held the whole session
  if (!ended && (head.format === 2 || counts.events < head.events))
    refuse('cut-off', head.format === 2 ? 'no last line' : `${counts.events} of ${head.events} events`);
  closePage();
  await packFull();
  await flush();
  signal?.throwIfAborted();
  const { kind: _, format: __, masked = false, selection, ...about } = head;
  const session: Session = {
    ...about,
    ...counts,
    ...(gone > 0 && { gone }),
    id,
    tabId: null,
    // it is over, whatever the file says: no page may write on
    endedAt: about.endedAt ?? about.lastAt,
    isClosed: true,
    importedAt: now(),
    streams: {},
    loose: 0,
    settled: counts.events,
  };
  const entry = { at: now(), what: 'import', who, why: '', session: id, detail: `${counts.events}` } as const;
  await db.transaction('rw', db.sessions, db.ledger, async () => {
    await db.sessions.add(session);
    await db.ledger.add(entry);
  });
  return { session, isPart: selection !== undefined, masked };
}

function headIn(value: unknown, refuse: Refuse): Head {
  if (!isRecord(value) || value.kind !== 'session') return refuse('not-ours');
  if (value.format !== 1 && value.format !== 2) return refuse('other-format', String(value.format));
  return shaped(Head, value, refuse);
}

type Refuse = (what: Problem['what'], detail?: string) => never;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('not-json');
  }
}

function shaped<T>(schema: z.ZodType<T>, value: unknown, refuse: Refuse): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return refuse('wrong-shape', `${issue?.path.join('.') || 'line'}: ${issue?.message ?? ''}`.slice(0, 200));
}
