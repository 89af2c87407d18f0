import type { Alarm } from '../alarm/alarm.ts';
import type { LoggedEvent, PlanEnd, ToolSetup } from '../model.ts';
import { createPlans, foldPlans, type PlanRun } from '../room/plans.ts';
import { createShow, foldShow } from '../room/show.ts';
import type { RoomState } from '../room/state.ts';
import { createVoice, foldVoice, isSlip } from '../room/voice.ts';
import { startsOf } from '../show/clock.ts';
import { createTools, foldTool, type ToolRun } from '../tools/run.ts';

/** What is known of an alarm where it is told. */
export type ToldAlarm = Pick<Alarm, 'kind' | 'subject' | 'text' | 'grounds'>;

/** What was done about the broadcast itself; `took` in ms. */
export type DayMoment =
  /** on to a segment, or with null to the end; `planned`: when that was to be (ms epoch) */
  | { what: 'segment'; name: string | null; planned: number | null; isUndone: boolean }
  | { what: 'plan'; name: string; isDrill: boolean }
  | { what: 'plan-step'; name: string; text: string; isUndone: boolean; isDrill: boolean }
  /** null: opened again */
  | { what: 'plan-close'; name: string; how: PlanEnd | null; took: number; isDrill: boolean }
  /** what was said was put right on air */
  | { what: 'correction'; text: string; isDrill: boolean }
  | { what: 'prompt'; by: 'control' | 'host'; asked: string; answer: string }
  | { what: 'tool'; tool: ToolSetup['what']; title: string }
  /** `counts` as the tool has them; `candidates` and how many of them were drawn */
  | ({ what: 'tool-end'; isDropped: boolean } & ToolResult)
  | { what: 'draw'; title: string; candidates: number; winners: number }
  /** risky words in what the host said, and what became of them */
  | { what: 'slip'; text: string; words: string[] }
  | { what: 'put-right'; text: string; how: 'corrected' | 'false-hit'; took: number }
  | { what: 'alarm-end'; alarm: ToldAlarm; how: 'handled' | 'false'; who: string; took: number }
  | { what: 'calm'; hold: 'on' | 'off' | 'auto' };

interface ToolResult {
  tool: ToolSetup['what'];
  title: string;
  people: number;
  /** vote: votes by option, the most first */
  votes: { name: string; count: number }[];
  /** quiz: right and wrong answers */
  answers: { right: number; wrong: number } | null;
}

/** The parts of a room that name what was done. */
export type KnownDay = Pick<RoomState, 'show' | 'plans' | 'tools' | 'voice'> & {
  alarms: Pick<RoomState['alarms'], 'list'>;
};

/** What is known from some events alone: what began before them has no name. */
export function knownFrom(events: readonly LoggedEvent[]): KnownDay {
  const known = {
    show: createShow(),
    plans: createPlans(),
    tools: createTools(),
    voice: createVoice(),
    alarms: { list: [] },
  };
  for (const event of events)
    switch (event.kind) {
      case 'show':
      case 'segment':
        foldShow(known.show, event);
        break;
      case 'plan':
      case 'plan-step':
      case 'plan-close':
        foldPlans(known.plans, event);
        break;
      case 'tool':
      case 'tool-close':
        foldTool(known.tools, event);
        break;
      case 'spoken':
        foldVoice(known.voice, event);
    }
  return known;
}

/** What an event did about the broadcast itself; null where it did nothing of the kind. */
export function dayMoment(event: LoggedEvent, known: KnownDay): DayMoment | null {
  switch (event.kind) {
    case 'show':
      return {
        what: 'segment',
        isUndone: false,
        ...placeIn({ plan: event.plan, base: event.due ?? event.at }, 0),
      };
    case 'segment': {
      const { show } = known;
      const run = [...show.before, ...(show.now ? [show.now] : [])].findLast(
        ({ startedAt }) => startedAt <= event.at,
      );
      const place = run && placeIn({ plan: run.plan, base: run.due ?? run.startedAt }, event.to);
      return {
        what: 'segment',
        isUndone: event.undone ?? false,
        ...(place ?? { name: event.to === null ? null : String(event.to + 1), planned: null }),
      };
    }
    case 'plan':
      return { what: 'plan', name: event.plan.name, isDrill: event.drill ?? false };
    case 'plan-step': {
      const run = runOf(known, event.run);
      return {
        what: 'plan-step',
        ...named(run, event.drill),
        text: run?.plan.steps[event.step]?.text ?? String(event.step + 1),
        isUndone: event.undone ?? false,
      };
    }
    case 'plan-close': {
      const run = runOf(known, event.run);
      return {
        what: 'plan-close',
        ...named(run, event.drill),
        how: event.undone ? null : event.how,
        took: run ? event.at - run.at : 0,
      };
    }
    case 'correction':
      return { what: 'correction', text: event.corrected, isDrill: event.drill ?? false };
    case 'prompt': {
      const { by, asked, answer } = event.card;
      return { what: 'prompt', by, asked, answer };
    }
    case 'tool':
      return { what: 'tool', tool: event.setup.what, title: event.setup.title };
    case 'tool-close': {
      const run = known.tools.runs.find(({ id }) => id === event.tool);
      return run ? { what: 'tool-end', isDropped: event.dropped ?? false, ...resultOf(run) } : null;
    }
    case 'draw': {
      const title = known.tools.runs.find(({ id }) => id === event.tool)?.setup.title ?? '';
      return { what: 'draw', title, candidates: event.candidates, winners: event.winners.length };
    }
    case 'spoken':
      return isSlip(event.findings)
        ? { what: 'slip', text: event.text, words: event.findings.map(({ text }) => text) }
        : null;
    case 'correct': {
      const slip = known.voice.slips.find(({ seq }) => seq === event.of);
      return {
        what: 'put-right',
        text: slip?.text ?? '',
        how: event.how,
        took: slip ? Math.max(0, event.at - slip.at) : 0,
      };
    }
    case 'alarm-close': {
      const alarm = known.alarms.list.find(({ id }) => id === event.alarm);
      if (!alarm) return null;
      const { kind, subject, text, grounds, at, takenAt } = alarm;
      const took = Math.max(0, (takenAt ?? event.at) - at);
      const { how, who } = event;
      return { what: 'alarm-end', alarm: { kind, subject, text, grounds }, how, who, took };
    }
    case 'calm':
      return { what: 'calm', hold: event.hold };
    default:
      return null;
  }
}

type Plan = Extract<LoggedEvent, { kind: 'show' }>['plan'];

/** The name of a segment, null for the end, and when it was to begin. */
const placeIn = ({ plan, base }: { plan: Plan; base: number }, to: number | null) => ({
  name: to === null ? null : (plan.segments[to]?.name ?? String(to + 1)),
  planned: base + (startsOf(plan)[to ?? plan.segments.length] ?? 0) * 1000,
});

const runOf = ({ plans }: KnownDay, id: string): PlanRun | undefined =>
  plans.runs.find((run) => run.id === id);

const named = (run: PlanRun | undefined, drill: true | undefined) => ({
  name: run?.plan.name ?? '',
  isDrill: drill ?? run?.isDrill ?? false,
});

function resultOf({ setup, count, counts }: ToolRun): ToolResult {
  const votes =
    setup.what === 'vote' ? setup.options.map(({ name }, i) => ({ name, count: counts[i] ?? 0 })) : [];
  return {
    tool: setup.what,
    title: setup.title,
    people: count,
    votes: votes.sort((a, b) => b.count - a.count),
    answers: setup.what === 'quiz' ? { right: counts[1] ?? 0, wrong: counts[0] ?? 0 } : null,
  };
}
