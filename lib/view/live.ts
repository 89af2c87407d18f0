import { restoreRoom } from '../index/restore.ts';
import type { Database } from '../log/database.ts';
import { follow } from '../log/follow.ts';
import { readEvents } from '../log/reader.ts';
import { createRoomState, fold } from '../room/fold.ts';
import type { RoomState } from '../room/state.ts';
import { foldInSlices } from './slice.ts';

/** A room as it stands, for `useSyncExternalStore`: the state changes in place, `version` tells that it did. */
interface RoomView {
  readonly state: RoomState;
  readonly version: number;
  /** false while only the newest comments are in, because the session is long */
  readonly isComplete: boolean;
  /** events that could not be read back */
  readonly unreadable: number;
  readonly error: unknown;
}

export interface LiveRoom {
  view(): RoomView;
  subscribe(listener: () => void): () => void;
  stop(): void;
}

/** Newest events shown at once, before the rest of a long session has been folded. */
const firstRows = 300;

/** Follows a session: the newest comments at once, then everything, then each batch as it is stored. */
export function followRoom(db: Database, session: string): LiveRoom {
  let view: RoomView = {
    state: createRoomState(),
    version: 0,
    isComplete: false,
    unreadable: 0,
    error: null,
  };
  const listeners = new Set<() => void>();
  let isStopped = false;
  const show = (change: Partial<RoomView>) => {
    if (isStopped) return;
    view = { ...view, ...change, version: view.version + 1 };
    for (const listener of listeners) listener();
  };

  async function showNewest(): Promise<void> {
    const record = await db.sessions.get(session);
    const { events } = await readEvents(db, session, Math.max(0, (record?.events ?? 0) - firstRows));
    const newest = createRoomState();
    for (const event of events) fold(newest, event);
    show({ state: newest });
  }

  function showAll(whole: RoomState): () => void {
    let unreadable = 0;
    return follow(db, session, whole.seq, {
      async onRun(run) {
        unreadable += run.unreadable;
        await foldInSlices(whole, run.events, { isStopped: () => isStopped });
        if (view.isComplete) show({ unreadable });
      },
      onCaughtUp: () => {
        if (!view.isComplete) show({ state: whole, isComplete: true, unreadable });
      },
      onGone: () => show({ state: createRoomState(), isComplete: true }),
      onError: (error) => show({ error }),
    });
  }

  let stopFollowing = () => {};
  showNewest()
    .then(() => restoreRoom(db, session, Number.MAX_SAFE_INTEGER))
    .then(
      (whole) => {
        if (!isStopped) stopFollowing = showAll(whole);
      },
      (error: unknown) => show({ error }),
    );

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      isStopped = true;
      stopFollowing();
    },
  };
}
