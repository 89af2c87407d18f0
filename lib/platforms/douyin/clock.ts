import { timeOf } from '../said.ts';

/** The top 32 bits of a 19-digit id are Unix seconds (frames of 2026-09): a clock where no time is told. ms epoch. */
export const clockOf = (id: string | undefined, seenAt: number): number | undefined =>
  id && /^\d{18,19}$/.test(id) ? timeOf(Number(BigInt(id) >> 32n), seenAt) : undefined;
