import type { CommentEvent } from '../model.ts';
import type { Said } from '../platforms/platform.ts';
import { keyOf } from './identity.ts';
import { createIds } from './ids.ts';
import { createLanes } from './lanes.ts';
import type { Seen } from './seen.ts';
import { createStored } from './stored.ts';
import { createTwins } from './twins.ts';

/** ms: how far apart feed and list may show the same comment. */
const window = 30_000;
/** ms a row waits for its twin from the feed. */
const patience = 2500;
/** ms without any answer of the feed, after which rows are no longer held back for it. */
const silence = 6000;
/** most rows that wait, as they do while there is no session */
const waitingLimit = 10_000;

/** Feed and list run together and become one comment each. The feed wins: it has ids and times. */
export interface Merge {
  /** One answer of the feed, also an empty one: so silence is told from quiet. `opening`: holds what was before. */
  feed(said: readonly Said[], now: number, opening: boolean): CommentEvent[];
  /** Rows that are new in the list, in order; `backlog` for those that stood there at first. */
  rows(said: readonly Said[], now: number, backlog: boolean): void;
  /** Rows whose wait is over. Call it often; what it gives depends on `now` alone. */
  tick(now: number): CommentEvent[];
  /**
   * What is stored already: ids, and by their keys rows that came since and stand in the log. Gives a claim that
   * is true for a comment they cover, whichever path it came by.
   */
  seed(ids: readonly string[], rows?: readonly string[]): (event: CommentEvent) => boolean;
  /** `unmatched`: rows a feed that answers did not bring; `missed`: those of them that are no backlog */
  counts(): Counts;
}

export interface Counts {
  feed: number;
  dom: number;
  merged: number;
  duplicate: number;
  unmatched: number;
  missed: number;
}
interface Row {
  said: Said;
  key: string;
  seenAt: number;
  backlog: boolean;
  /** null while it waits */
  admittedAs: CommentEvent | null;
}
interface Heard {
  seenAt: number;
  at: number;
  backlog: boolean;
}

const near = (row: Pick<Row, 'seenAt' | 'backlog'>, heard: Heard) =>
  row.backlog ||
  heard.backlog ||
  Math.abs(row.seenAt - heard.seenAt) <= window ||
  Math.abs(row.seenAt - heard.at) <= window;

export interface MergeOptions {
  /** when capture began, ms epoch; what an opening answer dates before it is backlog */
  startedAt: number;
  /** the feed answers every few seconds, so that a row it did not bring is none */
  isPolled: boolean;
  /** ids met on this page, in whatever room: none is met twice */
  seen: Seen;
}

export function createMerge({ startedAt, isPolled, seen }: MergeOptions): Merge {
  const ids = createIds(seen);
  const stored = createStored();
  const lanes = createLanes();
  const heardAhead = createTwins<Heard>(20_000);
  const rowsAhead = createTwins<Row>(20_000);
  let waiting: Row[] = [];
  let heardAt: number | null = null;
  /** when the feed last brought a comment */
  let broughtAt: number | null = null;
  const counts = { feed: 0, dom: 0, merged: 0, duplicate: 0, unmatched: 0, missed: 0 };

  function feed(said: readonly Said[], now: number, opening: boolean): CommentEvent[] {
    heardAt = now;
    if (said.length > 0) broughtAt = now;
    const nths = new Map<string, number>();
    const events: CommentEvent[] = [];
    for (const one of said) {
      const key = keyOf(one);
      const backlog = opening && (one.at ?? 0) < startedAt;
      // without id and time only an opening answer can be a repetition
      const about = `${one.at ?? ''}@${one.userId ?? ''}`;
      const made = () =>
        one.at !== undefined || opening ? ids.placed(key, about, nths) : ids.fresh(key, about);
      const id = one.id === undefined ? made() : seen.add(one.id) ? one.id : null;
      const isTwin = lanes.meet(one, key, now, id === null);
      if (isTwin || id === null) {
        counts.duplicate += 1;
        if (!isTwin) redelivered(key, { seenAt: now, at: one.at ?? now, backlog: false });
        continue;
      }
      const heard: Heard = { seenAt: now, at: one.at ?? now, backlog };
      const row = rowsAhead.take(key, (ahead) => near(ahead, heard));
      if (row) counts.merged += 1;
      else heardAhead.put(key, heard);
      if (row?.admittedAs) continue;
      const event = eventOf(one, { id, source: 'feed', seenAt: now, backlog });
      if (stored.covers(event)) {
        counts.duplicate += 1;
        continue;
      }
      counts.feed += 1;
      events.push(event);
    }
    return events;
  }

  /** Some pages draw a comment once more when it is delivered once more: that row is nobody's, either. */
  function redelivered(key: string, heard: Heard): void {
    const row = rowsAhead.take(key, (ahead) => ahead.admittedAs === null && near(ahead, heard));
    if (row) counts.merged += 1;
    else heardAhead.put(key, heard);
  }

  function rows(said: readonly Said[], now: number, backlog: boolean): void {
    for (const one of said) {
      const row: Row = { said: one, key: keyOf(one), seenAt: now, backlog, admittedAs: null };
      if (heardAhead.take(row.key, (heard) => near(row, heard))) {
        counts.merged += 1;
        continue;
      }
      rowsAhead.put(row.key, row);
      waiting.push(row);
    }
    if (waiting.length > 2 * waitingLimit) waiting = waiting.slice(-waitingLimit);
  }

  function tick(now: number): CommentEvent[] {
    const events: CommentEvent[] = [];
    let done = 0;
    for (const row of waiting) {
      if (now < row.seenAt + patience) break;
      const isAnswered = isPolled && heardAt !== null && heardAt >= row.seenAt;
      // the feed may be dying: hold the row until it speaks or is given up
      if (!isAnswered && isPolled && heardAt !== null && now < heardAt + silence) break;
      // a feed that answers but brings nothing may have changed its shape: it refutes no row
      const isRefuted = isAnswered && broughtAt !== null && broughtAt >= row.seenAt - window;
      done += 1;
      const isTaken = !rowsAhead.remove(row.key, row);
      if (isTaken) continue;
      if (isRefuted) {
        counts.unmatched += 1;
        if (!row.backlog) counts.missed += 1;
        continue;
      }
      const { shownAt } = row.said;
      const id = ids.fresh(row.key, shownAt);
      counts.dom += 1;
      row.admittedAs = eventOf(row.said, { id, source: 'dom', seenAt: row.seenAt, backlog: row.backlog });
      rowsAhead.put(row.key, row);
      events.push(row.admittedAs);
    }
    waiting = waiting.slice(done);
    return events;
  }

  function seed(recent: readonly string[], met: readonly string[] = []) {
    for (const id of recent) seen.add(id);
    stored.add(recent);
    for (const key of met) {
      const row = waiting.find((one) => one.key === key);
      if (!row) continue;
      rowsAhead.remove(key, row);
      waiting = waiting.filter((one) => one !== row);
      counts.duplicate += 1;
    }
    return stored.covers;
  }

  return { feed, rows, tick, seed, counts: () => ({ ...counts }) };
}

function eventOf(
  { id: given, nick, text, userId, anchor, badges, at }: Said,
  { id, source, seenAt, backlog }: Pick<CommentEvent, 'id' | 'source' | 'seenAt'> & { backlog: boolean },
): CommentEvent {
  return {
    kind: 'comment',
    at: at ?? seenAt,
    seenAt,
    id,
    idKind: given === undefined ? 'synthetic' : 'feed',
    nick,
    text,
    source,
    ...(userId !== undefined && { userId }),
    ...(anchor && { anchor }),
    ...(backlog && { backlog: true as const }),
    ...(badges && { badges }),
  };
}
