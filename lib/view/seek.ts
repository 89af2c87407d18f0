import { checkpointAfter, checkpointAt, checkpointBefore } from '../index/checkpoint.ts';
import { type Restored, restoreSoon } from '../index/restore.ts';
import type { Database } from '../log/database.ts';
import { readEvents, readRuns } from '../log/reader.ts';
import type { LoggedEvent } from '../model.ts';
import { createRoomState, fold } from '../room/fold.ts';
import type { RoomState } from '../room/state.ts';
import { seqNear } from './seq-near.ts';
import { foldInSlices } from './slice.ts';

/** Where in a session: after what was seen until a moment (ms epoch), or before an event. */
export type Target = { until: number } | { seq: number };

/** The room at a place; the oldest rows of its feed may stand in it only after `complete`. */
export type Placed = Pick<Restored, 'state' | 'complete'>;

/** The room as it is shown now, from which one may go on. */
interface Shown extends Placed {
  isExact: boolean;
  /** the moment it is shown at (ms epoch) */
  until: number;
}

interface Seeking {
  shown(): Shown;
  /** Told where the exact room takes a while: the rows around the target, without figures and questions. */
  onRough(state: RoomState): void;
  isStopped(): boolean;
}

/** Most that one tick of playing moves on (ms): no need to ask how far that is. */
const oneTick = 6400;
/** Rows that are shown at once where the exact room takes a while. */
const roughRows = 300;
/** `seqNear` may be so many events too far. */
const page = 1000;
/** Events that are read along with a checkpoint, and folded without one: mostly as far as the next one. */
const stretch = 1_000;
/** Events that are folded within a seek's time. */
const nearBy = 8_000;

/** The room at the target: folded on from what is shown or from a checkpoint, whichever is nearer. */
export async function roomAt(
  db: Database,
  session: string,
  target: Target,
  { shown, onRough, isStopped }: Seeking,
): Promise<Placed> {
  const isBefore =
    'seq' in target
      ? ({ seq }: LoggedEvent) => seq < target.seq
      : ({ seenAt }: LoggedEvent) => seenAt <= target.until;
  const newest = () =>
    'seq' in target ? checkpointBefore(db, session, target.seq) : checkpointAt(db, session, target.until);
  const foldOn = (state: RoomState, given: Pick<Folding, 'limit' | 'ahead'> = {}) =>
    foldTo(db, session, state, { isBefore, isStopped, ...given });
  const restore = (seq: number) =>
    restoreSoon(db, session, seq, 'seq' in target ? Math.min(target.seq, seq + stretch) : seq + stretch);

  const { state, complete, isExact, until } = shown();
  const isAhead = 'seq' in target ? state.seq > target.seq : (state.lastAt ?? 0) > target.until;
  const canGoOn = isExact && !isAhead;
  // playing on needs no look at the checkpoints
  const isShort = 'seq' in target ? target.seq - state.seq <= stretch : target.until - until <= oneTick;
  let checkpoint = canGoOn && isShort ? 0 : await newest();
  // to restore a room takes as long as to fold that many events
  const isNearest = canGoOn && checkpoint <= state.seq + stretch;
  if (isNearest && (isShort || (await isNear(db, session, target, state.seq)))) {
    await complete();
    return { state: (await foldOn(state)).state, complete };
  }

  let room: Restored =
    canGoOn && state.seq >= checkpoint ? { state, complete, ahead: [] } : await restore(checkpoint);
  if (!(await isNear(db, session, target, room.state.seq))) {
    const rough = await roughRoom(db, session, target, isBefore);
    if (!isStopped()) onRough(rough);
  }
  for (;;) {
    const ahead = await foldOn(room.state, { ahead: room.ahead, limit: room.ahead.length });
    const isReached = 'seq' in target && room.state.seq >= target.seq;
    if (ahead.isThere || isReached || isStopped()) return room;
    await room.complete();
    const folded = await foldOn(room.state, { limit: nearBy });
    if (folded.isThere || isStopped()) return room;
    // the index may have come further meanwhile
    checkpoint = await newest();
    if (checkpoint > folded.state.seq + nearBy) room = await restore(checkpoint);
    else room = { ...room, ahead: [] };
  }
}

/** Can the target be reached from `seq` within a seek's time? */
async function isNear(db: Database, session: string, target: Target, seq: number): Promise<boolean> {
  if ('seq' in target) return target.seq - seq <= nearBy;
  const next = await checkpointAfter(db, session, seq);
  if (next !== null && next.at > target.until) return true;
  return (await seqNear(db, session, target.until)) - seq <= nearBy;
}

async function roughRoom(
  db: Database,
  session: string,
  target: Target,
  isBefore: (event: LoggedEvent) => boolean,
): Promise<RoomState> {
  const seq = 'seq' in target ? target.seq : await seqNear(db, session, target.until);
  const { events } = await readEvents(db, session, Math.max(0, seq - page - roughRows), seq);
  const state = createRoomState();
  for (const event of events.filter(isBefore).slice(-roughRows)) fold(state, event);
  return state;
}

interface Folding {
  isBefore(event: LoggedEvent): boolean;
  isStopped(): boolean;
  limit?: number;
  /** events that follow and were read already */
  ahead?: readonly LoggedEvent[];
}

/** Folds on, up to the target or at most `limit` events. */
async function foldTo(
  db: Database,
  session: string,
  state: RoomState,
  { isBefore, isStopped, limit = Number.POSITIVE_INFINITY, ahead = [] }: Folding,
): Promise<{ state: RoomState; isThere: boolean }> {
  const enough = state.seq + limit;
  if (!(await foldInSlices(state, ahead, { isStopped, until: isBefore }))) return { state, isThere: true };
  if (state.seq >= enough) return { state, isThere: false };
  // the page in which the target may stand first: a tick of playing needs no more
  let pages = 1;
  for (;;) {
    let isEmpty = true;
    for await (const { events } of readRuns(db, session, state.seq, undefined, pages)) {
      isEmpty = false;
      const isWhole = await foldInSlices(state, events, { isStopped, until: isBefore });
      if (!isWhole) return { state, isThere: true };
      if (state.seq >= enough) return { state, isThere: false };
      if (pages === 1) break;
    }
    if (isEmpty || pages > 1) return { state, isThere: true };
    pages = 8;
  }
}
