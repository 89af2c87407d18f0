import type {
  CorrectionEvent,
  EmergencyPlan,
  PlanCloseEvent,
  PlanEvent,
  PlanNoteEvent,
  PlanStepEvent,
} from '../model.ts';

/** An emergency plan as it is carried out; times are ms epoch. */
export interface PlanRun {
  id: string;
  /** as it stood when it was started */
  plan: EmergencyPlan;
  at: number;
  /** the alarm it answers */
  alarm: string | null;
  isDrill: boolean;
  /** when each step was done; null for one that is open */
  done: (number | null)[];
  notes: { at: number; text: string }[];
  closed: { at: number; how: PlanCloseEvent['how'] } | null;
}

export type Correction = CorrectionEvent & { seq: number };

export interface PlanState {
  /** oldest first, bounded */
  runs: PlanRun[];
  corrections: Correction[];
}

export type OfPlans = PlanEvent | PlanStepEvent | PlanNoteEvent | PlanCloseEvent | CorrectionEvent;

const keptRuns = 100;
const keptNotes = 200;
const keptCorrections = 500;

export const createPlans = (): PlanState => ({ runs: [], corrections: [] });

/** Applies one event, in place. What belongs to no known run is passed over. */
export function foldPlans(state: PlanState, event: OfPlans & { seq: number }): void {
  const run = state.runs.find(({ id }) => id === event.run);
  switch (event.kind) {
    case 'plan':
      if (!run) start(state, event);
      break;
    case 'plan-step':
      if (run && event.step < run.done.length) run.done[event.step] = event.undone ? null : event.at;
      break;
    case 'plan-note':
      if (run && run.notes.length < keptNotes) run.notes.push({ at: event.at, text: event.text });
      break;
    case 'plan-close':
      if (run) run.closed = event.undone ? null : { at: event.at, how: event.how };
      break;
    case 'correction':
      state.corrections.push(event);
      if (state.corrections.length > keptCorrections) state.corrections.shift();
      break;
  }
}

function start(state: PlanState, { run, plan, at, alarm, drill }: PlanEvent): void {
  state.runs.push({
    id: run,
    plan,
    at,
    alarm: alarm ?? null,
    isDrill: drill ?? false,
    done: plan.steps.map(() => null),
    notes: [],
    closed: null,
  });
  if (state.runs.length > keptRuns) state.runs.shift();
}
