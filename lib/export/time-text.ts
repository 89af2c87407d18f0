import { type Filling, put } from '../sheet/batch.ts';

const minute = 60_000;
const day = 86_400_000;

/** Ms that local time is ahead of UTC, asked for once a quarter of an hour: zones change at no other time. */
function createOffset(): (ms: number) => number {
  let known = Number.NaN;
  let offset = 0;
  return (ms) => {
    const quarter = Math.floor(ms / (15 * minute));
    if (quarter !== known) {
      known = quarter;
      offset = -new Date(ms).getTimezoneOffset() * minute;
    }
    return offset;
  };
}

/** Gives local times as 2026-11-22 20:15:03.120: sorts as text, and spreadsheets leave it alone. */
export function createTimeText(): (ms: number) => string {
  const offset = createOffset();
  let known = Number.NaN;
  let head = '';
  return (ms) => {
    const begun = Math.floor(ms / minute);
    if (begun !== known) {
      known = begun;
      head = new Date(begun * minute + offset(ms)).toISOString().slice(0, 17).replace('T', ' ');
    }
    const rest = ms - begun * minute;
    const seconds = Math.floor(rest / 1000);
    return `${head}${two(seconds)}.${String(Math.floor(rest % 1000)).padStart(3, '0')}`;
  };
}

/** Writes the same as UTF-8 without making a string of each: `ms` is a whole number. */
export function createTimeBytes(): (filling: Filling, ms: number) => void {
  const text = createTimeText();
  const encoder = new TextEncoder();
  let known = Number.NaN;
  let head = encoder.encode('');
  return (filling, ms) => {
    const begun = Math.floor(ms / minute);
    if (begun !== known) {
      known = begun;
      head = encoder.encode(text(ms).slice(0, 17));
    }
    put(filling, head, 0, head.length);
    const rest = ms - begun * minute;
    const digits = [10_000, 1000, 0, 100, 10, 1];
    for (const ten of digits)
      filling.bytes[filling.at++] = ten === 0 ? 0x2e : 0x30 + (Math.floor(rest / ten) % 10);
  };
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** Gives local times as days since 30 December 1899, which is what a spreadsheet takes for a date. */
export function createSerialDate(): (ms: number) => number {
  const offset = createOffset();
  return (ms) => Math.round(ms + offset(ms)) / day + 25_569;
}
