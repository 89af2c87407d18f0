import { sameQuantity } from './quantities.ts';
import { readText } from './sources.ts';
import type { Fact } from './types.ts';

/** Figures that a product has one of: what a reply says of them is right or wrong. */
const single = new Set(['元:now', '存']);

/** A figure that a text has otherwise than the facts. */
export interface Disagreement {
  of: 'price' | 'stock';
  said: number;
  /** the figures that are known, in yuan or pieces */
  known: number[];
}

/**
 * The first price or stock that a reply names otherwise than it is of the product it would be said of; null when
 * it names none, or the facts say nothing about it.
 */
export function disagreementIn(reply: string, facts: readonly Fact[]): Disagreement | null {
  const known = readText(facts.map(({ label, value }) => `${label}${value}`).join('，')).quantities;
  for (const said of readText(reply).quantities) {
    const alike = known.filter(({ unit }) => unit === said.unit);
    if (!single.has(said.unit) || alike.length === 0 || alike.some((fact) => sameQuantity(fact, said)))
      continue;
    const of = said.unit === '存' ? 'stock' : 'price';
    return { of, said: said.value, known: [...new Set(alike.map(({ value }) => value))] };
  }
  return null;
}

/** Whether the price and the stock that a reply of the library names are those of the product it would be said of. */
export const agreesWithFacts = (reply: string, facts: readonly Fact[]): boolean =>
  disagreementIn(reply, facts) === null;
