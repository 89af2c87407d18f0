/** How often a model may be asked; a rewrite counts as well. */
export interface Budget {
  perMinute: number;
  perSession: number;
}

/** Calls of this session: how many, and when the last ones were made (ms epoch). */
export interface Spent {
  calls: number;
  times: readonly number[];
}

/** Counts one more call, or says which budget is used up. Pure. */
export function spend(
  spent: Spent,
  { perMinute, perSession }: Budget,
  now: number,
): { ok: true; spent: Spent } | { ok: false; until: number | null } {
  const times = spent.times.filter((at) => now - at < 60_000);
  if (spent.calls >= perSession) return { ok: false, until: null };
  if (times.length >= perMinute) return { ok: false, until: (times[0] ?? now) + 60_000 };
  return { ok: true, spent: { calls: spent.calls + 1, times: [...times, now] } };
}
