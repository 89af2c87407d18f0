import type { Alarm } from './alarm.ts';

/** The highest there is: the broadcast ends. */
const most = 5;
/** So many complaints within an hour are a first level by themselves. */
const manyComplaints = 100;

/**
 * How risky the room is now, 0 to 5: as its riskiest open alarm or running plan, one more when serious things of
 * several kinds come together. `complaints` are those of the last hour.
 */
export function riskOf(
  alarms: readonly Alarm[],
  plans: readonly { risk: number }[],
  complaints: number,
): number {
  const open = alarms.filter(({ closed }) => !closed);
  const serious = new Set(open.filter(({ risk }) => risk >= 2).map(({ kind }) => kind));
  const alone = Math.max(0, ...open.map(({ risk }) => risk));
  const together = alone + (serious.size > 1 ? 1 : 0);
  const floor = complaints > manyComplaints ? 1 : 0;
  return Math.min(most, Math.max(together, floor, ...plans.map(({ risk }) => risk)));
}
