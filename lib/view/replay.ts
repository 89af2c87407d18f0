import type { Database } from '../log/database.ts';
import { readEvents, readRuns, watch } from '../log/reader.ts';
import type { Session } from '../model.ts';
import { createRoomState } from '../room/fold.ts';
import type { RoomState } from '../room/state.ts';
import { roomAt, type Target } from './seek.ts';

export const speeds = [0.5, 1, 2, 4, 8, 16, 32, 64] as const;
export type Speed = (typeof speeds)[number];

export interface ReplayView {
  readonly state: RoomState;
  readonly version: number;
  /** when the first event was seen (ms epoch) */
  readonly start: number;
  /** ms since `start`, and the session's whole length so far */
  readonly position: number;
  readonly duration: number;
  readonly isPlaying: boolean;
  /** true while a seek is under way */
  readonly isSeeking: boolean;
  /** false while only the rows around the moment are there: figures and questions are still to come */
  readonly isExact: boolean;
  /** the session is not over */
  readonly isRunning: boolean;
  /** shows a running session's newest events as they come */
  readonly isLive: boolean;
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
  /** Shows the room as it was before the event `seq`. */
  seekSeq(seq: number): void;
  /** One comment on, or back. */
  step(by: 1 | -1): Promise<void>;
  /** Goes to the end of a session that runs, and stays there. */
  goLive(): void;
  stop(): void;
}

interface Options {
  /** any clock in ms */
  now(): number;
  /** opens before the event of this seq; at the beginning without it */
  at?: number | null;
}

/** With the highest speed and some delay no more than `oneTick` (ms). */
const tick = 50;
/** A seek that takes longer is shown as one (ms). */
const noticeable = 150;
/** Who seeks on at once does not wait for rows far above those in sight (ms). */
const restful = 200;
/** Newest events among which the last one of the broadcast stands: after it there are only notes. */
const tail = 500;

/** Plays a session back through the fold that showed it live. Rejects when the session is gone. */
export async function openReplay(
  db: Database,
  session: string,
  { now, at = null }: Options,
): Promise<Replay> {
  const record = await db.sessions.get(session);
  const [[first], ends] = await Promise.all([
    readEvents(db, session, 0, 1).then(({ events }) => events),
    readEvents(db, session, Math.max(0, (record?.events ?? 0) - tail)).then(({ events }) => events),
  ]);
  const start = first?.seenAt ?? record?.startedAt ?? 0;
  const end = ends.findLast(({ kind }) => kind !== 'mark')?.seenAt ?? start;

  let view: ReplayView = {
    state: createRoomState(),
    version: 0,
    start,
    position: 0,
    duration: Math.max(0, end - start),
    isPlaying: false,
    isSeeking: false,
    isExact: true,
    isRunning: record?.endedAt === null,
    isLive: false,
    speed: 1,
    error: null,
  };
  const listeners = new Set<() => void>();
  const show = (change: Partial<ReplayView>) => {
    view = { ...view, ...change, version: view.version + 1 };
    for (const listener of listeners) listener();
  };

  /** of the room that is shown: puts the rest of its feed in */
  let complete = async () => {};
  let completing: ReturnType<typeof setTimeout> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  let run = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  /** Moves run one after the other: two at once would fold into the same state. */
  let moving = Promise.resolve();
  function moveTo(target: Target): Promise<void> {
    const mine = ++run;
    clearTimeout(completing);
    moving = moving.then(() => move(target, () => mine !== run));
    return moving;
  }

  async function move(target: Target, isStopped: () => boolean): Promise<void> {
    if (isStopped()) return;
    try {
      const position = (state: RoomState) =>
        'until' in target ? inside(target.until - start) : inside((state.lastAt ?? start) - start);
      const placed = await roomAt(db, session, target, {
        shown: () => ({ state: view.state, complete, isExact: view.isExact, until: start + view.position }),
        onRough: (rough) => show({ state: rough, position: position(rough), isExact: false }),
        isStopped,
      });
      if (isStopped()) return;
      clearTimeout(waiting);
      complete = placed.complete;
      const { state } = placed;
      show({ state, position: position(state), isSeeking: false, isExact: true });
      clearTimeout(completing);
      completing = setTimeout(() => void complete().catch(fail), restful);
    } catch (error) {
      if (isStopped()) return;
      clearTimeout(waiting);
      fail(error);
    }
  }
  const fail = (error: unknown) => show({ error, isSeeking: false, isPlaying: false });

  const untilOf = (position: number): Target => ({ until: start + inside(position) });
  const inside = (position: number) => Math.min(Math.max(0, position), view.duration);

  function pause(): void {
    clearInterval(timer);
    timer = undefined;
    if (view.isPlaying || view.isLive) show({ isPlaying: false, isLive: false });
  }

  function play(): void {
    if (timer) return;
    let before = now();
    let isMoving = false;
    if (view.position >= view.duration) seek(0);
    show({ isPlaying: true, isLive: false });
    timer = setInterval(async () => {
      // a slow fold must not pile up ticks
      if (isMoving || view.isSeeking) return;
      isMoving = true;
      const passed = now() - before;
      before += passed;
      await moveTo(untilOf(view.position + passed * view.speed));
      isMoving = false;
      if (view.position < view.duration) return;
      if (view.isRunning) goLive();
      else pause();
    }, tick);
  }

  function go(target: Target): Promise<void> {
    clearTimeout(waiting);
    // a seek that takes no time need not be drawn
    view = { ...view, isSeeking: true };
    waiting = setTimeout(() => show({}), noticeable);
    if (view.isLive) show({ isLive: false });
    return moveTo(target);
  }
  const seek = (position: number): void => void go(untilOf(position));

  async function step(by: 1 | -1): Promise<void> {
    pause();
    const { state } = view;
    if (by < 0) {
      const last = state.feed.reduce((newest, { seq }) => Math.max(newest, seq), -1);
      return last < 0 ? undefined : go({ seq: last });
    }
    for await (const { events } of readRuns(db, session, state.seq, undefined, 1)) {
      const next = events.find(({ kind }) => kind === 'comment');
      if (next) return go({ seq: next.seq + 1 });
    }
  }

  function goLive(): void {
    pause();
    void go(untilOf(view.duration));
    show({ isLive: true });
  }

  const unwatch =
    record?.endedAt === null
      ? watch(
          () => db.sessions.get(session),
          follow,
          (error) => show({ error }),
        )
      : () => {};
  function follow(now: Session | undefined): void {
    if (!now) return;
    const duration = Math.max(view.duration, now.lastAt - start);
    const isRunning = now.endedAt === null;
    if (duration === view.duration && isRunning === view.isRunning) return;
    show({ duration, isRunning, isLive: view.isLive && isRunning });
    if (view.isLive && !view.isSeeking) void moveTo(untilOf(duration));
  }

  // the rows around a far moment are a picture already
  await new Promise<void>((shown) => {
    const look = () => {
      if (view.isSeeking && view.isExact) return;
      listeners.delete(look);
      shown();
    };
    listeners.add(look);
    void go(at === null ? untilOf(0) : { seq: at });
  });
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
    seekSeq: (seq) => void go({ seq }),
    step,
    goLive,
    stop: () => {
      run++;
      clearTimeout(waiting);
      clearTimeout(completing);
      pause();
      unwatch();
      listeners.clear();
    },
  };
}
