import type { CorrectionEvent, EmergencyPlan, PlanEnd } from '../../../lib/model.ts';
import type { PlanRun } from '../../../lib/room/plans.ts';
import type { RoomActions } from '../../room/actions.ts';

/** What can be done with emergency plans. */
export interface PlanActs {
  start(plan: EmergencyPlan, alarm: string | null, isDrill: boolean): void;
  step(run: PlanRun, step: number, isDone: boolean): void;
  note(run: PlanRun, text: string): void;
  close(run: PlanRun, how: PlanEnd): void;
  reopen(run: PlanRun): void;
  correct(
    run: PlanRun,
    correction: Pick<CorrectionEvent, 'said' | 'saidAt' | 'corrected' | 'correctedAt' | 'who'>,
  ): void;
}

export function planActs({ record }: Pick<RoomActions, 'record'>): PlanActs {
  const of = ({ id, isDrill }: PlanRun) => ({ run: id, ...(isDrill && { drill: true as const }) });
  return {
    start: (plan, alarm, isDrill) =>
      record({
        kind: 'plan',
        run: crypto.randomUUID(),
        plan,
        ...(alarm !== null && { alarm }),
        ...(isDrill && { drill: true }),
      }),
    step: (run, step, isDone) =>
      record({ kind: 'plan-step', ...of(run), step, ...(!isDone && { undone: true }) }),
    note: (run, text) => record({ kind: 'plan-note', ...of(run), text }),
    close: (run, how) => record({ kind: 'plan-close', ...of(run), how }),
    reopen: (run) =>
      record({ kind: 'plan-close', ...of(run), how: run.closed?.how ?? 'solved', undone: true }),
    correct: (run, correction) => record({ kind: 'correction', ...of(run), ...correction }),
  };
}
