import type { Database } from '../log/database.ts';
import { readBytes, readRuns } from '../log/reader.ts';
import type { LoggedEvent, Session } from '../model.ts';
import { maskEvent } from './mask.ts';

export type Kind = LoggedEvent['kind'];

/** Pages that are read at once: more would only stand in memory. */
const pagesAtOnce = 1;

/** What of a session is wanted; what is absent limits nothing. */
export interface Selection {
  /** `from` ≤ `at` < `to` (ms epoch) */
  from?: number;
  to?: number;
  kinds?: readonly Kind[];
  /** only events that hold these words in a text or a name */
  words?: string;
}

/** What to take out, and how. */
export interface Order {
  session: string;
  selection?: Selection;
  /** names and user ids are masked unless a person chose otherwise */
  mask: boolean;
  /** stops between two reads: what writes then throws the signal's reason */
  signal?: AbortSignal;
  /** events read so far, wanted or not */
  onProgress?(events: number): void;
}

/** Takes a file's next bytes; resolves when it wants more. */
export type Write = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

/** A page's events as they lie there: JSON objects joined by commas, as UTF-8. */
export interface RawPage {
  first: number;
  count: number;
  bytes: Uint8Array;
}

/** The session as the log has it. Throws when it is gone. */
export async function sessionOf(db: Database, { session }: Order): Promise<Session> {
  const found = await db.sessions.get(session);
  if (!found) throw new Error(`No session "${session}" in the log.`);
  return found;
}

/** The wanted events in order, masked or as they are, some thousands at a time. Unreadable pages are left out. */
export async function* eventsOf(db: Database, order: Order): AsyncGenerator<LoggedEvent[]> {
  const isWanted = wants(order.selection ?? {});
  for await (const events of everyEvent(db, order)) {
    const wanted = isWanted ? events.filter(isWanted) : events;
    yield order.mask ? wanted.map(maskEvent) : wanted;
  }
}

/** All events in order, told and stopped as the order says, whatever it selects. */
export async function* everyEvent(
  db: Database,
  { session, signal, onProgress }: Order,
): AsyncGenerator<LoggedEvent[]> {
  let read = 0;
  for await (const run of readRuns(db, session, 0, Number.MAX_SAFE_INTEGER, pagesAtOnce)) {
    signal?.throwIfAborted();
    read += run.events.length + run.unreadable;
    yield run.events;
    onProgress?.(read);
  }
  signal?.throwIfAborted();
}

/** The pages of all events in order, as they lie there, told and stopped as the order says. Unreadable ones are left out. */
export async function* everyPage(
  db: Database,
  { session, signal, onProgress }: Order,
): AsyncGenerator<RawPage> {
  let read = 0;
  for await (const pages of readBytes(db, session)) {
    signal?.throwIfAborted();
    for (const { first, count, bytes } of pages) {
      read += count;
      if (bytes !== null) yield { first, count, bytes };
    }
    onProgress?.(read);
  }
  signal?.throwIfAborted();
}

/** Tells which events a selection wants; null where it wants all. */
export function wants({ from, to, kinds, words }: Selection): ((event: LoggedEvent) => boolean) | null {
  const sought = words?.trim().toLowerCase();
  if (from === undefined && to === undefined && !kinds && !sought) return null;
  const wantedKinds = kinds && new Set<Kind>(kinds);
  return (event) =>
    (wantedKinds?.has(event.kind) ?? true) &&
    event.at >= (from ?? -Infinity) &&
    event.at < (to ?? Infinity) &&
    (!sought || wordsOf(event).some((text) => text.toLowerCase().includes(sought)));
}

function wordsOf(event: LoggedEvent): string[] {
  const { text = '', nick = '', item = '' } = event as { text?: string; nick?: string; item?: string };
  return event.kind === 'suggestion' ? event.replies.map((reply) => reply.text) : [text, nick, item];
}
