import type { LoggedEvent } from '../model.ts';
import { createPlans, foldPlans, type PlanState } from '../room/plans.ts';
import { createShow, foldShow } from '../room/show.ts';
import { createVoice, foldVoice, isSlip, type Slip } from '../room/voice.ts';
import { type Outcome, outcomeOf } from '../show/outcome.ts';
import type { DayEvent, Digest, Minute } from './digest.ts';

/** A run of show against what happened. */
export interface ReportShow {
  name: string;
  /** ms epoch */
  startedAt: number;
  /** each segment, with the comments a minute while it ran; null when it was left out */
  segments: (Outcome & { perMinute: number | null })[];
}

const minute = 60_000;

const dayKinds: ReadonlySet<LoggedEvent['kind']> = new Set([
  'show',
  'segment',
  'plan',
  'plan-step',
  'plan-note',
  'plan-close',
  'correction',
  'prompt',
  'correct',
] satisfies DayEvent['kind'][]);

/** Whether an event is told of in what the report says of the day. */
export const isOfDay = (event: LoggedEvent): event is DayEvent & { seq: number } & LoggedEvent =>
  event.kind === 'spoken' ? isSlip(event.findings) : dayKinds.has(event.kind);

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
  for (const event of day)
    switch (event.kind) {
      case 'plan':
      case 'plan-step':
      case 'plan-note':
      case 'plan-close':
      case 'correction':
        foldPlans(state, event);
    }
  return state;
}

/** Something that was put before the host. */
export interface ReportPrompt {
  seq: number;
  /** ms epoch */
  at: number;
  by: 'control' | 'host';
  what: 'question' | 'comment' | 'result';
  asked: string;
  answer: string;
  /** how long until the host had answered it (ms); null when that is not known */
  took: number | null;
}

/** What was put before the host, in order; a card that was put up again stands there again. */
export function promptsOf({ day, turns }: Pick<Digest, 'day' | 'turns'>): ReportPrompt[] {
  const answers = turns.flatMap((turn) => (turn.what !== 'sent' && turn.what === 'spoken' ? [turn] : []));
  return day.flatMap((event) => {
    if (event.kind !== 'prompt') return [];
    const { id, by, what, asked, answer } = event.card;
    const said = answers.find((turn) => turn.question === id && turn.at >= event.at);
    return { seq: event.seq, at: event.at, by, what, asked, answer, took: said ? said.at - event.at : null };
  });
}

/** What was found in what the host said, in order, and what became of it. */
export function slipsOf({ day }: Pick<Digest, 'day'>): Slip[] {
  const voice = createVoice();
  for (const event of day) if (event.kind === 'spoken' || event.kind === 'correct') foldVoice(voice, event);
  return voice.slips;
}
