import type { Line } from '../../lib/lists/what-if.ts';
import type { Database } from '../../lib/log/database.ts';
import { readRuns, readSessions } from '../../lib/log/reader.ts';
import { readProducts, readScripts } from '../../lib/log/shop.ts';
import type { LoggedEvent } from '../../lib/model.ts';

/** Most texts of sessions that are replayed, so that it ends within a moment. */
const mostLines = 100_000;
/** Pages of a session that are read at a time. */
const pages = 16;

/** Texts, and how much of all has been read with them. */
export interface Read {
  lines: Line[];
  share: number;
}

/**
 * What there is to judge again: the shop's scripts and product names, then what was said, filled in and on sale in the
 * newest sessions.
 */
export async function* readLines(db: Database, count: number): AsyncGenerator<Read> {
  const sessions = (await readSessions(db)).slice(0, count);
  const all = sessions.reduce((sum, { events }) => sum + events, 0);
  const titles = new Set<string>();
  const scripts = (await readScripts(db)).map(({ text }) => line('script', text));
  const names = (await readProducts(db)).flatMap(({ names }) => oncePer(titles, names));
  yield { lines: [...scripts, ...names.map((text) => line('title', text))], share: 0 };
  let done = 0;
  let given = 0;
  for (const session of sessions) {
    const { id, platform, roomId: room } = session;
    const place = { platform, room, session: id };
    const replies = new Set<string>();
    for await (const { events } of ahead(readRuns(db, session.id, 0, Number.MAX_SAFE_INTEGER, pages))) {
      const lines = events.flatMap((event) => linesOf(event, place, replies, titles));
      done += events.length;
      given += lines.length;
      yield { lines, share: all === 0 ? 1 : Math.min(1, done / all) };
      if (given >= mostLines) return;
    }
  }
}

/** Has the next one read and unpacked while the one before is worked on. */
async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (let one = await next; !one.done; one = await next) {
      next = source.next();
      yield one.value;
    }
  } finally {
    // who stops early waits for nothing
    next.catch(() => {});
  }
}

const nowhere = {};
const line = (source: Line['source'], text: string): Line => ({ source, text, place: nowhere });

/** A reply that is filled in comes back as a comment of ours; a title stands there the whole evening. */
function linesOf(
  event: LoggedEvent,
  place: Line['place'],
  replies: Set<string>,
  titles: Set<string>,
): Line[] {
  const { seq } = event;
  if (event.kind === 'comment' && !event.anchor) return [{ source: 'comment', text: event.text, place, seq }];
  if (event.kind === 'comment' || event.kind === 'fill')
    return oncePer(replies, event.text).map((text) => ({ source: 'reply', text, place, seq }));
  if (event.kind !== 'goods') return [];
  return event.items
    .flatMap(({ title }) => oncePer(titles, title))
    .map((text) => ({ source: 'title', text, place, seq }));
}

function oncePer(seen: Set<string>, text: string): string[] {
  if (text === '' || seen.has(text)) return [];
  seen.add(text);
  return [text];
}
