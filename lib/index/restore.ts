import type { Checkpoint, Database } from '../log/database.ts';
import { unzip } from '../log/pack.ts';
import { readEvents } from '../log/reader.ts';
import type { LoggedEvent } from '../model.ts';
import { createRoomState } from '../room/fold.ts';
import { feedLimit, type RoomState } from '../room/state.ts';
import { checkpointVersion, keyBefore } from './checkpoint.ts';
import { feedRow, keptRoom } from './kept-state.ts';
import { readPatch } from './patch.ts';

/** A room that was restored, and what was read on the way. */
export interface Restored {
  /** exact but for the older rows of its feed: `complete` first, before it is folded on by many events */
  state: RoomState;
  /** Puts the older rows in their place, once; until then the newest ones are there. */
  complete(): Promise<void>;
  /** the events that follow, as far as they were asked for */
  ahead: readonly LoggedEvent[];
}

/** Among so many events the newest rows stand, which are read at once. */
const near = 600;
/** Fewer rows than the fold may look back over. */
const fewRows = 250;

/**
 * The room as the newest checkpoint at or before `seq` has it, a new one without any; `state.seq` tells how far it
 * got. A checkpoint that cannot be read counts as none.
 */
export async function restoreRoom(db: Database, session: string, seq: number): Promise<RoomState> {
  const key = await keyBefore(db, session, seq);
  const { state, complete } = await restoreSoon(db, session, key ?? 0);
  await complete();
  return state;
}

/**
 * The room of the very checkpoint at `key`, 0 for none, as soon as there is something to show; `to` is how far the
 * events after it are wanted, too.
 */
export async function restoreSoon(db: Database, session: string, key: number, to = key): Promise<Restored> {
  if (key === 0) return nothing();
  const first = Math.max(0, key - near);
  const [kept, { events }] = await Promise.all([
    linesBefore(db, session, key).then(
      (lines) => lines && keptRoom(lines),
      () => null,
    ),
    readEvents(db, session, first, to),
  ]);
  if (!kept) return nothing();
  const split = kept.feed.findLastIndex((one) => one < first) + 1;
  const newest = new Set(kept.feed.slice(split));
  const rows = commentsIn(events);
  const state = kept.state((one) => (newest.has(one) ? rows.get(one) : undefined));
  const complete = completing(db, session, state, kept.feed.slice(0, split));
  if (newest.size < fewRows) await complete();
  return { state, complete, ahead: events.filter((event) => event.seq >= key) };
}

const nothing = (): Restored => ({ state: createRoomState(), complete: async () => {}, ahead: [] });

function completing(
  db: Database,
  session: string,
  state: RoomState,
  older: readonly number[],
): () => Promise<void> {
  let done: Promise<void> | undefined;
  async function complete(): Promise<void> {
    if (older.length === 0) return;
    const from = older.reduce((least, one) => Math.min(least, one));
    const to = older.reduce((most, one) => Math.max(most, one)) + 1;
    const rows = commentsIn((await readEvents(db, session, from, to)).events);
    // as many as there would be by now
    const missing = rowsLeft(older.length + state.feed.length) - state.feed.length;
    state.feed.unshift(...older.slice(-missing).flatMap((one) => feedRow(rows.get(one))));
  }
  return () => (done ??= complete());
}

/** How many of so many rows the fold has not cut off. */
const rowsLeft = (rows: number): number => (rows <= 2 * feedLimit ? rows : rowsLeft(rows - feedLimit - 1));

const commentsIn = (events: readonly LoggedEvent[]) =>
  new Map(events.flatMap((event) => (event.kind === 'comment' ? [[event.seq, event] as const] : [])));

async function linesBefore(db: Database, session: string, key: number): Promise<string[] | null> {
  const links = await db.transaction('r', db.checkpoints, async (): Promise<Checkpoint[] | null> => {
    const last = await db.checkpoints.get([session, key]);
    if (last?.version !== checkpointVersion) return null;
    const before = await db.checkpoints.bulkGet(last.via.map((seq) => [session, seq] as [string, number]));
    // another pass may have put one of its own in a place
    const isOurs = before.every((one, i) => one !== undefined && isSame(one.via, last.via.slice(0, i)));
    return isOurs ? [...(before as Checkpoint[]), last] : null;
  });
  if (!links) return null;
  const patches = await Promise.all(links.map(({ bytes }) => unzip(bytes)));
  return patches.reduce<string[]>((lines, patch) => readPatch(patch, lines), []);
}

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((seq, i) => seq === other[i]);
