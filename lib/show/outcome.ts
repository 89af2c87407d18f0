import type { Segment } from '../model.ts';
import type { ShowRun } from '../room/show.ts';
import { startsOf } from './clock.ts';

/** One segment of the plan against what happened; times in ms, `at` ms epoch. */
export interface Outcome {
  segment: Segment;
  /** its place in the plan, from 0 */
  index: number;
  /** when it was to begin */
  planned: number;
  /** when it first began; null when it was left out */
  at: number | null;
  /** how long it took in all, to `until` if it still ran */
  took: number;
  /** how often it was gone back to */
  again: number;
}

/** The plan of a run against what happened until then (ms epoch), a line for each segment. Pure. */
export function outcomeOf(run: ShowRun, until: number): Outcome[] {
  const starts = startsOf(run.plan);
  const base = run.due ?? run.startedAt;
  return run.plan.segments.map((segment, index) => {
    const steps = run.steps.filter((step) => step.segment === index);
    return {
      segment,
      index,
      planned: base + starts[index]! * 1000,
      at: steps[0]?.from ?? null,
      took: steps.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? until) - from), 0),
      again: Math.max(0, steps.length - 1),
    };
  });
}
