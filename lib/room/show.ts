import type { SegmentEvent, ShowEvent } from '../model.ts';

/** A segment as it was: `to` is null while it runs (ms epoch). */
interface Step {
  segment: number;
  from: number;
  to: number | null;
}

/** A run of show as it is carried out. */
export interface ShowRun {
  /** id in the table of shows */
  show: string;
  /** as it stood when it began */
  plan: ShowEvent['plan'];
  /** when it was to begin, where the plan said so */
  due: number | null;
  startedAt: number;
  endedAt: number | null;
  /** in order, the last one is where we are; a segment may come again */
  steps: Step[];
}

export interface ShowState {
  /** the one that runs, or ran last */
  now: ShowRun | null;
  /** oldest first, bounded */
  before: ShowRun[];
}

export type OfShow = ShowEvent | SegmentEvent;

const keptShows = 10;
const keptSteps = 1000;

export const createShow = (): ShowState => ({ now: null, before: [] });

/** Applies one event, in place. A step that does not fit the plan is passed over. */
export function foldShow(state: ShowState, event: OfShow): void {
  if (event.kind === 'show') start(state, event);
  else if (event.undone) takeBack(state);
  else if (state.now) goOn(state.now, event);
}

function start(state: ShowState, { at, show, plan, due }: ShowEvent): void {
  if (state.now) {
    end(state.now, at);
    state.before.push(state.now);
    if (state.before.length > keptShows) state.before.shift();
  }
  state.now = {
    show,
    plan,
    due: due ?? null,
    startedAt: at,
    endedAt: null,
    steps: [{ segment: 0, from: at, to: null }],
  };
}

function goOn(run: ShowRun, { at, to }: SegmentEvent): void {
  if (to !== null && (to >= run.plan.segments.length || run.steps.length >= keptSteps)) return;
  end(run, at);
  if (to === null) return;
  run.endedAt = null;
  run.steps.push({ segment: to, from: at, to: null });
}

function end(run: ShowRun, at: number): void {
  if (run.endedAt !== null) return;
  run.endedAt = at;
  const last = run.steps.at(-1);
  if (last) last.to = at;
}

/** The show before, which goes on if it was the beginning of the next that ended it. */
function earlier({ before }: ShowState, startedAt: number): ShowRun | null {
  const run = before.pop() ?? null;
  if (run?.endedAt === startedAt) reopen(run);
  return run;
}

function reopen(run: ShowRun): void {
  run.endedAt = null;
  const last = run.steps.at(-1);
  if (last) last.to = null;
}

/** The step before goes on as if it had never ended; before the first one the show had not begun. */
function takeBack(state: ShowState): void {
  const run = state.now;
  if (!run) return;
  if (run.endedAt === null) run.steps.pop();
  if (run.steps.length > 0) reopen(run);
  else state.now = earlier(state, run.startedAt);
}
