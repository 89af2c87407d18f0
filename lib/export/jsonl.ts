import type { Database } from '../log/database.ts';
import type { Session } from '../model.ts';
import { type Batch, createBatch } from '../sheet/batch.ts';
import { lineOf } from './lines.ts';
import { eventsOf, everyPage, type Order, sessionOf, type Write, wants } from './order.ts';
import { writeLines } from './raw-lines.ts';
import { createCutter } from './raw-page.ts';

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

/** Writes the wanted events, a line each, and gives how many there were. */
async function writeEvents(db: Database, order: Order, batch: Batch): Promise<number> {
  let events = 0;
  if (wants(order.selection ?? {})) {
    for await (const found of eventsOf(db, order)) {
      events += found.length;
      for (const event of found) await batch.text(`${lineOf(event)}\n`);
    }
    return events;
  }
  const cut = createCutter();
  for await (const page of everyPage(db, order)) {
    events += page.count;
    await writeLines(page, cut(page), order.mask, batch);
  }
  return events;
}

/**
 * Writes the session as JSON Lines: the session, one event a line in order, and how many there were, so that a
 * file that was cut off is known. Throws when the session is gone, or when stopped.
 */
export async function writeJsonl(db: Database, order: Order, write: Write): Promise<void> {
  const batch = createBatch(write);
  await batch.text(`${headOf(await sessionOf(db, order), order)}\n`);
  const events = await writeEvents(db, order, batch);
  await batch.text(`${JSON.stringify({ kind: 'end', events })}\n`);
  await batch.end();
}
