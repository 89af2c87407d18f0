import { keepsBounds, keepsOffer } from './bounds.ts';
import { isCommercial, type Quantity, sameQuantity } from './quantities.ts';
import type { Clause, Read } from './sources.ts';

const holds = (all: readonly Quantity[], wanted: Quantity): boolean =>
  all.some((one) => sameQuantity(one, wanted));

/**
 * Whether every number of an answer stands in a source and means the same there, with all that it is bound to:
 * 1件59元，2件99元 is not 2件59元, 满99元减20元 is not 减20元, 会员减5元 is not 减5元.
 */
export function numbersAgree(answer: Read, sources: readonly Read[]): boolean {
  if (![...answer.latin].every((word) => sources.some(({ latin }) => latin.has(word)))) return false;
  const clauses = sources.flatMap((source) => source.clauses);
  const isBorneOut = (one: Quantity) =>
    clauses.some(
      (clause) =>
        holds(clause.quantities, one) &&
        keepsBounds(answer, clause) &&
        (!isCommercial(one) || keepsOffer(answer, clause)),
    );
  const isOneOffer = (said: Clause) =>
    clauses.some(({ quantities }) =>
      said.quantities.filter(isCommercial).every((one) => holds(quantities, one)),
    );
  return answer.quantities.every(isBorneOut) && answer.clauses.every(isOneOffer);
}
