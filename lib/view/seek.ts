import { checkpointAfter, checkpointAt, checkpointBefore, restoreRoom } from '../index/checkpoint.ts';
import type { Database } from '../log/database.ts';
import { readEvents, readRuns } from '../log/reader.ts';
import type { LoggedEvent } from '../model.ts';
import { createRoomState, fold } from '../room/fold.ts';
import type { RoomState } from '../room/state.ts';
import { seqNear } from './seq-near.ts';
import { foldInSlices } from './slice.ts';

/** Where in a session: after what was seen until a moment (ms epoch), or before an event. */
export type Target = { until: number } | { seq: number };

/** The room as it is shown now, from which one may go on. */
interface Shown {
  state: RoomState;
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
/** Events that are folded within a seek's time. */
const nearBy = 8_000;

/** The room at the target: folded on from what is shown or from a checkpoint, whichever is nearer. */
export async function roomAt(
  db: Database,
  session: string,
  target: Target,
  { shown, onRough, isStopped }: Seeking,
): Promise<RoomState> {
  const isBefore =
    'seq' in target
      ? ({ seq }: LoggedEvent) => seq < target.seq
      : ({ seenAt }: LoggedEvent) => seenAt <= target.until;
  const newest = () =>
    'seq' in target ? checkpointBefore(db, session, target.seq) : checkpointAt(db, session, target.until);
  const foldOn = (state: RoomState, limit?: number) =>
    foldTo(db, session, state, { isBefore, isStopped, ...(limit !== undefined && { limit }) });

  const { state, isExact, until } = shown();
  const isAhead = 'seq' in target ? state.seq > target.seq : (state.lastAt ?? 0) > target.until;
  const canGoOn = isExact && !isAhead;
  // playing on needs no look at the checkpoints
  const isOneTick = !('seq' in target) && target.until - until <= oneTick;
  if (canGoOn && (isOneTick || (await isNear(db, session, target, state.seq))))
    return (await foldOn(state)).state;

  let checkpoint = await newest();
  let room = canGoOn && state.seq >= checkpoint ? state : await restoreRoom(db, session, checkpoint);
  if (!(await isNear(db, session, target, room.seq))) {
    const rough = await roughRoom(db, session, target, isBefore);
    if (!isStopped()) onRough(rough);
  }
  for (;;) {
    const folded = await foldOn(room, nearBy);
    if (folded.isThere || isStopped()) return folded.state;
    // the index may have come further meanwhile
    checkpoint = await newest();
    room = checkpoint > folded.state.seq + nearBy ? await restoreRoom(db, session, checkpoint) : folded.state;
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
}

/** Folds on, up to the target or at most `limit` events. */
async function foldTo(
  db: Database,
  session: string,
  state: RoomState,
  { isBefore, isStopped, limit = Number.POSITIVE_INFINITY }: Folding,
): Promise<{ state: RoomState; isThere: boolean }> {
  const enough = state.seq + limit;
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
