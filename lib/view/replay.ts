import type { Database } from '../log/database.ts';
import { readEvents, readRuns } from '../log/reader.ts';
import type { LoggedEvent } from '../model.ts';
import { createRoomState } from '../room/fold.ts';
import type { RoomState } from '../room/state.ts';
import { foldInSlices } from './slice.ts';

export const speeds = [1, 2, 4, 8, 16, 32, 64] as const;
export type Speed = (typeof speeds)[number];

export interface ReplayView {
  readonly state: RoomState;
  readonly version: number;
  /** when the first event was seen (ms epoch) */
  readonly start: number;
  /** ms since `start`, and the session's whole length */
  readonly position: number;
  readonly duration: number;
  readonly isPlaying: boolean;
  /** true while a seek is under way */
  readonly isSeeking: boolean;
  readonly speed: Speed;
  readonly error: unknown;
}

export interface Replay {
  view(): ReplayView;
  subscribe(listener: () => void): () => void;
  play(): void;
  pause(): void;
  setSpeed(speed: Speed): void;
  /** Shows the room as it was `position` ms after the first event. */
  seek(position: number): void;
  stop(): void;
}

/** States are kept this many events apart, so that going back need not begin at the beginning. */
const checkpointEvery = 20_000;
const tick = 50;

/** Plays a session back through the fold that showed it live; `now` is any clock in ms. */
export async function openReplay(db: Database, session: string, now: () => number): Promise<Replay> {
  const record = await db.sessions.get(session);
  const [first] = (await readEvents(db, session, 0, 1)).events;
  const [last] = record ? (await readEvents(db, session, record.events - 1)).events : [];
  const start = first?.seenAt ?? 0;
  const duration = Math.max(0, (last?.seenAt ?? start) - start);

  let view: ReplayView = {
    state: createRoomState(),
    version: 0,
    start,
    position: 0,
    duration,
    isPlaying: false,
    isSeeking: false,
    speed: 1,
    error: null,
  };
  const listeners = new Set<() => void>();
  const show = (change: Partial<ReplayView>) => {
    view = { ...view, ...change, version: view.version + 1 };
    for (const listener of listeners) listener();
  };

  /** states by the time they reach, oldest first */
  const checkpoints: { at: number; state: RoomState }[] = [{ at: 0, state: createRoomState() }];
  let run = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  /** Folds on from `state` until `position`, as far as this run is still wanted. */
  async function foldTo(state: RoomState, position: number, isStopped: () => boolean): Promise<void> {
    const until = (event: LoggedEvent) => event.seenAt - start <= position;
    for await (const found of readRuns(db, session, state.seq)) {
      const isWhole = await foldInSlices(state, found.events, { isStopped, until });
      if (!isWhole) return;
      const newest = checkpoints.at(-1);
      if (newest && state.seq - newest.state.seq >= checkpointEvery) {
        checkpoints.push({
          at: (found.events.at(-1)?.seenAt ?? start) - start,
          state: structuredClone(state),
        });
      }
    }
  }

  /** Moves run one after the other: two at once would fold into the same state. */
  let moving = Promise.resolve();
  function moveTo(position: number): Promise<void> {
    const mine = ++run;
    moving = moving.then(() => move(position, () => mine !== run));
    return moving;
  }

  async function move(position: number, isStopped: () => boolean): Promise<void> {
    if (isStopped()) return;
    const target = Math.min(Math.max(0, position), duration);
    const base = checkpoints.findLast((checkpoint) => checkpoint.at <= target);
    // an interrupted seek may have left the state ahead of the position
    const reached = (view.state.lastAt ?? start) - start;
    const canGoOn = reached <= target && (base?.state.seq ?? 0) <= view.state.seq;
    const state = canGoOn ? view.state : structuredClone(base?.state ?? createRoomState());
    try {
      await foldTo(state, target, isStopped);
      if (!isStopped()) show({ state, position: target, isSeeking: false });
    } catch (error) {
      show({ error, isSeeking: false, isPlaying: false });
    }
  }

  function pause(): void {
    clearInterval(timer);
    timer = undefined;
    if (view.isPlaying) show({ isPlaying: false });
  }

  function play(): void {
    if (timer) return;
    let before = now();
    let isMoving = false;
    if (view.position >= view.duration) seek(0);
    show({ isPlaying: true });
    timer = setInterval(async () => {
      // a slow fold must not pile up ticks
      if (isMoving || view.isSeeking) return;
      isMoving = true;
      const passed = now() - before;
      before += passed;
      await moveTo(view.position + passed * view.speed);
      isMoving = false;
      if (view.position >= view.duration) pause();
    }, tick);
  }

  function seek(position: number): void {
    show({ isSeeking: true });
    void moveTo(position);
  }

  await moveTo(0);
  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    play,
    pause,
    setSpeed: (speed) => show({ speed }),
    seek,
    stop: () => {
      run++;
      pause();
      listeners.clear();
    },
  };
}
