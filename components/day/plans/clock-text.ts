/** The moment nearest to `near` (ms epoch) at which it is that time of day here (20:15:03, 20:15); null for none. */
export function readClock(text: string, near: number): number | null {
  const found = text
    .normalize('NFKC')
    .trim()
    .match(/^(\d{1,2}):(\d{2})(?::(\d{2}))?$/);
  if (!found) return null;
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const day = 24 * 3_600_000;
  const today = new Date(near).setHours(hour, minute, second, 0);
  return [today - day, today, today + day].reduce((best, at) =>
    Math.abs(at - near) < Math.abs(best - near) ? at : best,
  );
}
