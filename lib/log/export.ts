import type { LoggedEvent, Session } from '../model.ts';
import { bom, csvLine } from '../sheet/csv.ts';
import type { Database } from './database.ts';
import { maskName } from './mask.ts';
import { readRuns } from './reader.ts';

export interface ExportOptions {
  /** names and user ids are masked unless a person chose otherwise */
  mask: boolean;
}

/** A piece of a file and how many events went into all pieces so far. */
export interface Piece {
  text: string;
  events: number;
}

const masked = (event: LoggedEvent, { mask }: ExportOptions): LoggedEvent => {
  if (!mask || (event.kind !== 'comment' && event.kind !== 'audience')) return event;
  const { userId: _, ...rest } = event;
  return { ...rest, ...(event.nick !== undefined && { nick: maskName(event.nick) }) } as LoggedEvent;
};

async function session(db: Database, id: string): Promise<Session> {
  const found = await db.sessions.get(id);
  if (!found) throw new Error(`No session "${id}" in the log.`);
  return found;
}

/**
 * The whole session as JSON Lines: first the session, then one event a line, in order.
 * Throws when the session is gone.
 */
export async function* exportJsonl(db: Database, id: string, options: ExportOptions): AsyncGenerator<Piece> {
  const { streams: _, loose: __, tabId: ___, ...about } = await session(db, id);
  let events = 0;
  yield { text: `${JSON.stringify({ kind: 'session', format: 1, ...about })}\n`, events };
  for await (const run of readRuns(db, id)) {
    events += run.events.length;
    yield { text: run.events.map((event) => `${JSON.stringify(masked(event, options))}\n`).join(''), events };
  }
}

const columns = ['seq', 'time', 'kind', 'nick', 'user', 'text', 'anchor', 'badges', 'source', 'id', 'detail'];

/** Local time to the millisecond, in a form that sorts and that spreadsheets leave alone. */
function timeText(ms: number): string {
  const local = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 23).replace('T', ' ');
}

function row(event: LoggedEvent): (string | number)[] {
  const head = [event.seq, timeText(event.at), event.kind];
  if (event.kind === 'comment') {
    const { nick, userId = '', text, anchor, badges = [], source, id } = event;
    return [...head, nick, userId, text, anchor ? 1 : 0, badges.join(' '), source, id, ''];
  }
  if (event.kind === 'audience') {
    const { what, nick = '', userId = '', item = '', count = 1, id = '' } = event;
    return [...head, nick, userId, item, '', '', '', id, `${what} ${count}`];
  }
  const { seq: _, at: __, seenAt: ___, kind: ____, ...detail } = event;
  const { text = '', ...others } = detail as { text?: string };
  return [...head, '', '', text, '', '', '', '', JSON.stringify(others)];
}

/** The session as CSV for a spreadsheet: UTF-8 with BOM, every text field safe against formulas. */
export async function* exportCsv(db: Database, id: string, options: ExportOptions): AsyncGenerator<Piece> {
  await session(db, id);
  let events = 0;
  yield { text: bom + csvLine(columns), events };
  for await (const run of readRuns(db, id)) {
    events += run.events.length;
    yield { text: run.events.map((event) => csvLine(row(masked(event, options)))).join(''), events };
  }
}
