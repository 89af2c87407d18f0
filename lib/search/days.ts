/** From the first minute of a day to the first of the day after the last, local time (ms epoch). */
export interface Days {
  from: number;
  to: number;
}

const named: Readonly<Record<string, number>> = {
  今天: 0,
  today: 0,
  昨天: 1,
  yesterday: 1,
  前天: 2,
};
const last = /^(?:近|最近|last)(\d{1,4})(?:天|日|days?|d)$/;
const between = /\.\.|~|～|至|到|—/;

/**
 * Reads a day, a range or a named time: 2026-11-22, 11-22, 11月22日, 2026-11, 11-01..11-07, 昨天, 近7天, 本周, 本月.
 * A day without a year is the latest that is not in the future. Null when it is none of these.
 */
export function readDays(value: string, now: number): Days | null {
  const today = startOf(new Date(now));
  const back = named[value];
  if (back !== undefined) return span(shifted(today, -back), 1);
  const days = Number(last.exec(value)?.[1] ?? 0);
  if (days > 0) return { from: shifted(today, 1 - days).getTime(), to: shifted(today, 1).getTime() };
  const weekday = (today.getDay() + 6) % 7;
  if (value === '本周' || value === 'week') return span(shifted(today, -weekday), 7);
  if (value === '上周' || value === 'lastweek') return span(shifted(today, -weekday - 7), 7);
  if (value === '本月' || value === 'month')
    return readDay(`${today.getFullYear()}-${today.getMonth() + 1}`, now);

  const [first = '', second, ...more] = value.split(between);
  if (more.length > 0) return null;
  const one = readDay(first, now);
  if (second === undefined || !one) return one;
  const other = readDay(second, now);
  if (!other) return null;
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}

function readDay(value: string, now: number): Days | null {
  const parts = value
    .replace(/[年月./]/g, '-')
    .replace(/[日号]$/, '')
    .replace(/-$/, '')
    .split('-');
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return null;
  const [a = 0, b = 0, c = 0] = parts.map(Number);
  if (parts.length === 3) return dayOf(a, b, c);
  if (parts.length !== 2) return null;
  if (a > 31) {
    if (b < 1 || b > 12) return null;
    return { from: new Date(a, b - 1, 1).getTime(), to: new Date(a, b, 1).getTime() };
  }
  const year = new Date(now).getFullYear();
  const thisYear = dayOf(year, a, b);
  return thisYear && thisYear.from <= now ? thisYear : dayOf(year - 1, a, b);
}

function dayOf(year: number, month: number, day: number): Days | null {
  const date = new Date(year, month - 1, day);
  const isReal = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day;
  return isReal && year > 2000 ? span(date, 1) : null;
}

const startOf = (date: Date): Date => new Date(date.getFullYear(), date.getMonth(), date.getDate());
/** By the calendar: a day may have 23 or 25 hours. */
const shifted = (date: Date, days: number): Date =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
const span = (date: Date, days: number): Days => ({
  from: date.getTime(),
  to: shifted(date, days).getTime(),
});
