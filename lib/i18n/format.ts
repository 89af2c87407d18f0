const two = (n: number) => String(n).padStart(2, '0');

const counts = new Intl.NumberFormat('en-US');

/** 1204 → 1,204 */
export const formatCount = (n: number): string => counts.format(n);

/** Local time of day, 20:15:03. */
export function formatClock(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** Local date, 2026-11-22. */
export function formatDay(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Local date and minute, 2026-11-22 20:15. */
export function formatDate(at: number): string {
  const date = new Date(at);
  return `${formatDay(at)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A length of time in ms as 00:31 or 1:02:03; never negative. */
export function formatLength(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Ms as seconds with one decimal below ten: 4.2s, 31s. */
export function formatSeconds(ms: number): string {
  const seconds = ms / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)}s`;
}

/** A share between 0 and 1 as 91%; 100% only when it is whole. */
export const formatShare = (share: number): string =>
  `${share === 1 ? 100 : Math.min(99, Math.round(share * 100))}%`;

const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** Bytes as 812 B, 3.4 MB, 120 GB. */
export function formatBytes(bytes: number): string {
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const size = bytes / 1024 ** power;
  return `${power === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[power]}`;
}
