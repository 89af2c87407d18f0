import type { Alarm } from '../alarm/alarm.ts';
import type { RoomState } from '../room/state.ts';
import { openSlips, type Slip } from '../room/voice.ts';

/** What the host can do something about while speaking; the rest is for the controller. */
const concerning: ReadonlySet<Alarm['kind']> = new Set(['stock', 'negative', 'complaints', 'minors']);
const shown = 2;

/** What the host must hear of: a slip of the tongue that still stands, the newest, and alarms, the gravest first. */
export function hostAlarms({ voice, alarms }: RoomState): { slip: Slip | null; alarms: Alarm[] } {
  const open = alarms.list.filter(({ kind, closed }) => closed === null && concerning.has(kind));
  return {
    slip: openSlips(voice)[0] ?? null,
    alarms: open.sort((a, b) => b.risk - a.risk || b.at - a.at).slice(0, shown),
  };
}
