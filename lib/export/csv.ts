import type { Database } from '../log/database.ts';
import type { LoggedEvent } from '../model.ts';
import { createBatch } from '../sheet/batch.ts';
import { bom, csvField, csvLine } from '../sheet/csv.ts';
import { type Derived, derivedIn } from './csv-day.ts';
import { type Order, sessionOf, type Write } from './order.ts';
import { moreOfLine, putLine } from './raw-csv.ts';
import { stretchesOf } from './raw-page.ts';
import { createTimeBytes, createTimeText } from './time-text.ts';

const columns = ['seq', 'time', 'kind', 'nick', 'user', 'text', 'anchor', 'badges', 'source', 'id', 'detail'];

/** A line with its end. Nine of ten are comments: put together without a list in between. */
function lineOf(event: LoggedEvent, time: string): string {
  const head = `${event.seq},"${time}","${event.kind}",`;
  if (event.kind === 'comment') {
    const { nick, userId = '', text, anchor, badges, source, id } = event;
    const names = `${csvField(nick)},${csvField(userId)},${csvField(text)}`;
    const marks = `${anchor ? 1 : '""'},${badges ? csvField(badges.join(' ')) : '""'},"${source}"`;
    return `${head}${names},${marks},${csvField(id)},""\r\n`;
  }
  if (event.kind === 'audience') {
    const { what, nick = '', userId = '', item = '', count = 1, id = '' } = event;
    const names = `${csvField(nick)},${csvField(userId)},${csvField(item)}`;
    return `${head}${names},"","","",${csvField(id)},"${what} ${count}"\r\n`;
  }
  const { seq: _, at: __, seenAt: ___, kind: ____, ...detail } = event;
  const { text = '', ...others } = detail as { text?: string };
  return `${head}"","",${csvField(text)},"","","","",${csvField(JSON.stringify(others))}\r\n`;
}

/** A line for what no event says by itself: its text is what it is about, the rest stands in its detail. */
function derivedLine({ seq, at: _, what, ...detail }: Derived, time: string): string {
  const { text, name, title, alarm } = detail as Partial<Record<'text' | 'name' | 'title', string | null>> & {
    alarm?: { text: string };
  };
  const about = csvField(text ?? name ?? title ?? alarm?.text ?? '');
  return `${seq},"${time}","${what}","","",${about},"","","","",${csvField(JSON.stringify(detail))}\r\n`;
}

/**
 * Writes the session as CSV for a spreadsheet: UTF-8 with BOM, every text field safe against formulas. After its events
 * stand alarms, segments against their plan, and results.
 */
export async function writeCsv(db: Database, order: Order, write: Write): Promise<void> {
  const session = await sessionOf(db, order);
  const batch = createBatch(write);
  const timeText = createTimeText();
  await batch.text(bom + csvLine(columns));
  const how = { mask: order.mask, putTime: createTimeBytes() };
  for await (const { first, count, rawAt, eventAt } of stretchesOf(db, order))
    for (let i = 0; i < count; i++) {
      const raw = rawAt(i);
      if (raw) {
        const size = raw.end - raw.from + moreOfLine;
        if (putLine(batch.roomNow(size) ?? (await batch.room(size)), raw, first + i, how)) continue;
      }
      const event = eventAt(i);
      await batch.text(lineOf(event, timeText(event.at)));
    }
  for (const one of await derivedIn(db, session, order)) await batch.text(derivedLine(one, timeText(one.at)));
  await batch.end();
}
