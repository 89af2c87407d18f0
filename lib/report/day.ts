import { createPlans, foldPlans, type PlanState } from '../room/plans.ts';
import { createShow, foldShow } from '../room/show.ts';
import { type Outcome, outcomeOf } from '../show/outcome.ts';
import type { Digest, Minute } from './digest.ts';

/** A run of show against what happened. */
export interface ReportShow {
  name: string;
  /** ms epoch */
  startedAt: number;
  /** each segment, with the comments a minute while it ran; null when it was left out */
  segments: (Outcome & { perMinute: number | null })[];
}

const minute = 60_000;

/** The runs of show of a session, in order; `until` is when it ended (ms epoch). */
export function showsOf({ day, minutes }: Pick<Digest, 'day' | 'minutes'>, until: number): ReportShow[] {
  const state = createShow();
  for (const event of day) if (event.kind === 'show' || event.kind === 'segment') foldShow(state, event);
  return [...state.before, ...(state.now ? [state.now] : [])].map((run) => ({
    name: run.plan.name,
    startedAt: run.startedAt,
    segments: outcomeOf(run, run.endedAt ?? until).map((outcome) => ({
      ...outcome,
      perMinute: rateIn(
        run.steps.filter(({ segment }) => segment === outcome.index),
        minutes,
        until,
      ),
    })),
  }));
}

/** Comments a minute in these spans, each minute counted by the share of it that lies in one. */
function rateIn(
  spans: readonly { from: number; to: number | null }[],
  minutes: readonly Minute[],
  until: number,
): number | null {
  let [length, comments] = [0, 0];
  for (const { from, to } of spans) {
    const end = to ?? until;
    length += Math.max(0, end - from);
    for (const { at, comments: said } of minutes) {
      const shared = Math.min(end, at + minute) - Math.max(from, at);
      if (shared > 0) comments += (said * shared) / minute;
    }
  }
  return length > 0 ? comments / (length / minute) : null;
}

/** The emergency plans and corrections of a session. */
export function plansOf({ day }: Pick<Digest, 'day'>): PlanState {
  const state = createPlans();
  for (const event of day) if (event.kind !== 'show' && event.kind !== 'segment') foldPlans(state, event);
  return state;
}
