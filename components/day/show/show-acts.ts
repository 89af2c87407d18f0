import type { ShowState } from '../../../lib/room/show.ts';
import { dueAt } from '../../../lib/show/clock.ts';
import type { KeptShow } from '../../../lib/show/schema.ts';
import type { RoomActions } from '../../room/actions.ts';

/** What can be done with a run of show. */
export interface ShowActs {
  start(show: KeptShow): void;
  /** on to the next segment, or to the end after the last */
  next(): void;
  goTo(segment: number | null): void;
  /** takes the last step back */
  back(): void;
}

export const showActs = ({ now: run }: ShowState, { record }: Pick<RoomActions, 'record'>): ShowActs => {
  const goTo = (to: number | null) => record({ kind: 'segment', to });
  return {
    start({ id, addedAt: _, ...plan }) {
      const due = dueAt(plan.startsAt, Date.now());
      record({ kind: 'show', show: id, plan, ...(due !== undefined && { due }) });
    },
    next() {
      const at = run?.endedAt === null ? run.steps.at(-1)?.segment : undefined;
      if (run && at !== undefined) goTo(at + 1 < run.plan.segments.length ? at + 1 : null);
    },
    goTo,
    back() {
      if (!run) return;
      const steps = run.endedAt === null ? run.steps.slice(0, -1) : run.steps;
      record({ kind: 'segment', to: steps.at(-1)?.segment ?? null, undone: true });
    },
  };
};
