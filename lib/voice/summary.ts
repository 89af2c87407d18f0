import type { Outcome } from './ear.ts';

/** What a rehearsal came to: letters without punctuation, a minute of speaking, not of pauses. */
export interface Summary {
  sentences: number;
  letters: number;
  perMinute: number;
  risky: number;
}

/** Sums a rehearsal up; sentences that were not understood count in none of it. */
export function summaryOf(outcomes: readonly Outcome[]): Summary {
  const spoken = outcomes.filter((one) => one.kind === 'spoken');
  const letters = spoken.reduce((sum, { text }) => sum + text.replace(/[\s\p{P}]/gu, '').length, 0);
  const ms = spoken.reduce((sum, { from, to }) => sum + to - from, 0);
  return {
    sentences: spoken.length,
    letters,
    perMinute: ms === 0 ? 0 : Math.round((letters * 60_000) / ms),
    risky: spoken.filter(({ findings }) => findings.some(({ severity }) => severity !== 'S0')).length,
  };
}
