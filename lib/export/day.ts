import type { LoggedEvent } from '../model.ts';
import { isOfDay, plansOf, promptsOf, showsOf, slipsOf } from '../report/day.ts';
import type { Digest, ToolOutcome } from '../report/digest.ts';
import type { Report } from '../report/report.ts';
import type { Turn } from '../room/state.ts';

/** What was done about the broadcast itself, as the report tells it. */
export type Day = Pick<Report, 'shows' | 'plans' | 'alarms' | 'tools' | 'prompts' | 'slips'>;

type Parts = Pick<Digest, 'alarms' | 'tools' | 'day' | 'turns' | 'until'>;

/** Gathers a day from digests, in order of seq, or event by event. */
export function createDay() {
  const alarms = new Map<string, Report['alarms'][number]>();
  const tools = new Map<string, ToolOutcome>();
  const day: Digest['day'] = [];
  const turns: Digest['turns'] = [];
  let until = 0;
  const turn = (one: Turn) => {
    // when prompted questions were answered
    if (one.what === 'spoken') turns.push(one);
  };
  return {
    add(parts: Partial<Parts>): void {
      until = Math.max(until, parts.until ?? 0);
      for (const one of parts.alarms ?? []) alarms.set(one.id, one);
      for (const one of parts.tools ?? []) tools.set(one.id, one);
      day.push(...(parts.day ?? []));
      for (const one of parts.turns ?? []) turn(one);
    },
    turn,
    take(event: LoggedEvent): void {
      if (isOfDay(event)) day.push(event);
    },
    whole: (): Day => ({
      shows: showsOf({ day, minutes: [] }, until),
      plans: plansOf({ day }),
      alarms: [...alarms.values()].sort((a, b) => a.seq - b.seq || a.at - b.at),
      tools: [...tools.values()].sort((a, b) => a.seq - b.seq),
      prompts: promptsOf({ day, turns }),
      slips: slipsOf({ day }),
    }),
  };
}
