import type { Watch } from '../model.ts';

/** How urgent it is to see to a product's stock. */
const stockLevels = ['plenty', 'refill', 'urgent', 'stop'] as const;
export type StockLevel = (typeof stockLevels)[number];

/** The level of so many pieces. */
export function stockLevelOf(pieces: number, { refill, urgent, stop }: Watch['stock']): StockLevel {
  if (pieces <= stop) return 'stop';
  if (pieces <= urgent) return 'urgent';
  return pieces <= refill ? 'refill' : 'plenty';
}

/** Whether the first level asks for more haste than the second. */
export const isWorse = (level: StockLevel, than: StockLevel): boolean =>
  stockLevels.indexOf(level) > stockLevels.indexOf(than);
