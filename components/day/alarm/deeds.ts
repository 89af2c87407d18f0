import type { Alarm } from '../../../lib/alarm/alarm.ts';
import type { AlarmEnd, CalmEvent } from '../../../lib/model.ts';

/** What a person can do about alarms in a room that runs. */
export interface AlarmDeeds {
  close(alarm: string, how: AlarmEnd): void;
  /** keeps the calming replies on or off, or leaves it to the room's mood */
  calm(hold: CalmEvent['hold']): void;
  /** brings the plan that fits before the person; absent where none does */
  plan?: ((alarm: Alarm) => void) | undefined;
}
