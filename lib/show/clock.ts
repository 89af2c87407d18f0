import type { Segment, ShowPlan } from '../model.ts';
import type { ShowRun } from '../room/show.ts';

/** Where a run of show stands at one moment; times in ms. */
export interface Whereabouts {
  segment: Segment;
  /** its place in the plan, from 0 */
  index: number;
  /** how long it has run, and how long it still may; negative when it is over its time */
  ran: number;
  left: number;
  /** what comes after it; null at the end */
  next: Segment | null;
  /** how much later than planned it will end if it takes no longer than planned; negative when early */
  late: number;
}

/** Where a run stands at `now` (ms epoch); null when it has ended. */
export function whereabouts(run: ShowRun, now: number): Whereabouts | null {
  const step = run.steps.at(-1);
  const segment = step && run.plan.segments[step.segment];
  if (!step || !segment || run.endedAt !== null) return null;
  const end = Math.max(now, step.from + segment.length * 1000);
  return {
    segment,
    index: step.segment,
    ran: Math.max(0, now - step.from),
    left: step.from + segment.length * 1000 - now,
    next: run.plan.segments[step.segment + 1] ?? null,
    late: end - (plannedStart(run) + startsOf(run.plan)[step.segment + 1]! * 1000),
  };
}

/** When a run was to begin (ms epoch): as the plan said, else when it did. */
const plannedStart = ({ due, startedAt }: ShowRun): number => due ?? startedAt;

/** When each segment is to begin, in seconds after the first, and at last when all is over. */
export function startsOf({ segments }: Pick<ShowPlan, 'segments'>): number[] {
  let at = 0;
  return [0, ...segments.map(({ length }) => (at += length))];
}

const day = 24 * 3_600_000;

/** The moment nearest to `now` (ms epoch) at which it is that time of day here; undefined without one. */
export function dueAt(startsAt: string | undefined, now: number): number | undefined {
  if (startsAt === undefined) return undefined;
  const [hour = 0, minute = 0] = startsAt.split(':').map(Number);
  const today = new Date(now).setHours(hour, minute, 0, 0);
  return [today - day, today, today + day].reduce((best, at) =>
    Math.abs(at - now) < Math.abs(best - now) ? at : best,
  );
}
