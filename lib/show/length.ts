import { mostOfShow } from '../model.ts';

const day = 24 * 3600;

/**
 * How long a segment takes (s), as people write it: minutes (10, 1.5, 10分钟, 10 min), seconds (90秒), a clock (1:30),
 * or from when to when (20:00-20:10). Null for anything else, and for what no segment can take.
 */
export function readLength(text: string): number | null {
  const seconds = secondsIn(text.normalize('NFKC').replace(/\s+/g, '').toLowerCase());
  if (seconds === null) return null;
  const whole = Math.round(seconds);
  return whole >= mostOfShow.shortest && whole <= mostOfShow.longest ? whole : null;
}

function secondsIn(text: string): number | null {
  const span = text.match(/^(\d{1,2}):(\d{2})(?::\d{2})?(?:-+|~|–|—|至|到)(\d{1,2}):(\d{2})(?::\d{2})?$/);
  if (span) {
    const [from, to] = [timeOf(span[1]!, span[2]!), timeOf(span[3]!, span[4]!)];
    // a broadcast may go past midnight
    return from === null || to === null ? null : (to - from + day) % day;
  }
  const clock = text.match(/^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const told = text.match(
    /^(\d{1,5}(?:\.\d{1,2})?)(小时|h|分钟|分|mins?|minutes?|m|'|秒钟?|s|secs?|seconds?)?$/,
  );
  if (!told) return null;
  const unit = told[2] ?? '分';
  return Number(told[1]) * (/^(小时|h)$/.test(unit) ? 3600 : /^(秒|s)/.test(unit) ? 1 : 60);
}

function timeOf(hours: string, minutes: string): number | null {
  const [hour, minute] = [Number(hours), Number(minutes)];
  return hour <= 24 && minute < 60 ? hour * 3600 + minute * 60 : null;
}

/** The time of day at which a span begins (20:00-20:10 → 20:00); null when the text is no span. */
export function startOf(text: string): string | null {
  const found = text.normalize('NFKC').match(/^\s*(\d{1,2}):(\d{2})(?::\d{2})?\s*[-~–—至到]/);
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return null;
  return `${found[1]!.padStart(2, '0')}:${found[2]}`;
}

/** A length as it is typed again: 10, or 1:30 where it is no whole minute. */
export const lengthText = (seconds: number): string =>
  seconds % 60 === 0
    ? String(seconds / 60)
    : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
