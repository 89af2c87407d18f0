import type { Database } from '../log/database.ts';
import type { LoggedEvent } from '../model.ts';
import { bom, csvLine } from '../sheet/csv.ts';
import { eventsOf, type Order, sessionOf, type Write } from './order.ts';
import { createTimeText } from './time-text.ts';

const columns = ['seq', 'time', 'kind', 'nick', 'user', 'text', 'anchor', 'badges', 'source', 'id', 'detail'];

function row(event: LoggedEvent, time: string): (string | number)[] {
  if (event.kind === 'comment') {
    const { seq, kind, nick, userId = '', text, anchor, badges, source, id } = event;
    return [seq, time, kind, nick, userId, text, anchor ? 1 : 0, badges?.join(' ') ?? '', source, id, ''];
  }
  if (event.kind === 'audience') {
    const { seq, kind, what, nick = '', userId = '', item = '', count = 1, id = '' } = event;
    return [seq, time, kind, nick, userId, item, '', '', '', id, `${what} ${count}`];
  }
  const { seq, at: _, seenAt: __, kind, ...detail } = event;
  const { text = '', ...others } = detail as { text?: string };
  return [seq, time, kind, '', '', text, '', '', '', '', JSON.stringify(others)];
}

/** Writes the session as CSV for a spreadsheet: UTF-8 with BOM, every text field safe against formulas. */
export async function writeCsv(db: Database, order: Order, write: Write): Promise<void> {
  await sessionOf(db, order);
  const encoder = new TextEncoder();
  const timeText = createTimeText();
  await write(encoder.encode(bom + csvLine(columns)));
  for await (const events of eventsOf(db, order))
    await write(encoder.encode(events.map((event) => csvLine(row(event, timeText(event.at)))).join('')));
}
