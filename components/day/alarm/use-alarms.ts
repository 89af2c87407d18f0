import type { Alarm } from '../../../lib/alarm/alarm.ts';
import { openAlarms } from '../../../lib/alarm/alarm.ts';
import { alarmsAt } from '../../../lib/room/alarms.ts';
import type { RoomState } from '../../../lib/room/state.ts';

/** Events of so long ago may still be on their way from the page (ms). */
const lag = 1500;

/** The alarms that are open at `now` (ms epoch), riskiest first; those that time alone tips come a moment late. */
export const alarmsNow = (state: RoomState, now: number): Alarm[] => openAlarms(alarmsAt(state, now - lag));
