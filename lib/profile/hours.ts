import type { Occasion } from '../compliance/types.ts';

type Hours = NonNullable<Occasion['hours']>;

/** Whether a moment (ms epoch) lies within some hours of this machine's day; equal ends are the whole day. */
export function isWithin({ from, to }: Hours, now: number): boolean {
  const day = new Date(now);
  const minute = day.getHours() * 60 + day.getMinutes();
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** When (ms epoch) a minute of the local day comes next after `now`. */
export function nextMinute(minute: number, now: number): number {
  const day = new Date(now);
  const on = (days: number) =>
    new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, 0, minute).getTime();
  // midnight of yesterday's end is today's beginning
  return [-1, 0, 1, 2].map(on).find((at) => at > now)!;
}

/** A minute of the day as a clock shows it: 22:00. */
export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** A clock's text as a minute of the day; null for what is none. 24:00 is the day's end. */
export function minuteOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2})[:：](\d{2})$/.exec(text.trim()) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return hours !== undefined && Number(minutes) < 60 && minute <= 1440 ? minute : null;
}
