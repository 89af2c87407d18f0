import { sameQuantity } from './quantities.ts';
import { readText } from './sources.ts';
import type { Fact } from './types.ts';

/** Figures that a product has one of: what a reply says of them is right or wrong. */
const single = new Set(['元:now', '存']);

/**
 * Whether the price and the stock that a reply of the library names are those of the product it would be said of.
 * A reply that names none agrees; so does one about which the facts say nothing.
 */
export function agreesWithFacts(reply: string, facts: readonly Fact[]): boolean {
  const known = readText(facts.map(({ label, value }) => `${label}${value}`).join('，')).quantities;
  return readText(reply).quantities.every(
    (said) =>
      !single.has(said.unit) ||
      !known.some(({ unit }) => unit === said.unit) ||
      known.some((fact) => sameQuantity(fact, said)),
  );
}
