import type { Database } from '../log/database.ts';
import { readTexts } from '../log/reader.ts';
import type { Session } from '../model.ts';
import { lineOf, linesOf } from './lines.ts';
import { eventsOf, type Order, sessionOf, type Write, wants } from './order.ts';

/** Of what shape the lines are; docs/log-format.md tells them. */
const format = 2;

/** The first line: the session, and what of it the file holds. */
export function headOf(session: Session, { mask, selection = {} }: Order): string {
  const {
    streams: _,
    loose: __,
    tabId: ___,
    frameId: ____,
    asideTab: _____,
    settled: ______,
    aged: _______,
    edition: ________,
    ...about
  } = session;
  return JSON.stringify({
    kind: 'session',
    format,
    masked: mask,
    ...(wants(selection) && { selection }),
    ...about,
  });
}

/** The wanted events as lines without their ends, some thousands at a time. */
async function* linesOfOrder(db: Database, order: Order): AsyncGenerator<string[]> {
  if (order.mask || wants(order.selection ?? {})) {
    for await (const events of eventsOf(db, order)) yield events.map(lineOf);
    return;
  }
  let read = 0;
  for await (const pages of readTexts(db, order.session)) {
    order.signal?.throwIfAborted();
    for (const { first, count, text } of pages) {
      if (text !== null) yield linesOf({ first, count, text });
      read += count;
    }
    order.onProgress?.(read);
  }
  order.signal?.throwIfAborted();
}

/**
 * Writes the session as JSON Lines: the session, one event a line in order, and how many there were, so that a
 * file that was cut off is known. Throws when the session is gone, or when stopped.
 */
export async function writeJsonl(db: Database, order: Order, write: Write): Promise<void> {
  const encoder = new TextEncoder();
  await write(encoder.encode(`${headOf(await sessionOf(db, order), order)}\n`));
  let events = 0;
  for await (const lines of linesOfOrder(db, order)) {
    if (lines.length === 0) continue;
    events += lines.length;
    await write(encoder.encode(`${lines.join('\n')}\n`));
  }
  await write(encoder.encode(`${JSON.stringify({ kind: 'end', events })}\n`));
}
