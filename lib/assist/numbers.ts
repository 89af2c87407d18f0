import { isCommercial, isCondition, type Quantity, sameQuantity } from './quantities.ts';
import type { Read } from './sources.ts';

const holds = (all: readonly Quantity[], wanted: Quantity): boolean =>
  all.some((one) => sameQuantity(one, wanted));

/**
 * Whether every number of an answer stands in a source and means the same there, and whether prices and
 * counts that the answer puts together stand together in one source: 59元 and 2件 do not make 2件59元, and
 * 满99元减20元 is not 减20元.
 */
export function numbersAgree(answer: Read, sources: readonly Read[]): boolean {
  const known = sources.flatMap(({ quantities }) => quantities);
  if (!answer.quantities.every((one) => holds(known, one))) return false;
  if (![...answer.latin].every((word) => sources.some(({ latin }) => latin.has(word)))) return false;
  const traded = answer.quantities.filter(isCommercial);
  if (traded.length === 0) return true;
  const clauses = sources.flatMap((source) => source.clauses);
  const hasItsConditions = (one: Quantity) =>
    clauses.some(
      ({ quantities }) =>
        holds(quantities, one) &&
        quantities.every((other) => !isCondition(other) || holds(answer.quantities, other)),
    );
  if (!traded.every(hasItsConditions)) return false;
  const countsPieces = traded.some(isCounter) || !traded.some(isPrice);
  // a price for two is no price for one
  return sources.some(
    ({ quantities }) =>
      traded.every((one) => holds(quantities, one)) && (countsPieces || !quantities.some(isSeveral)),
  );
}

const isSeveral = ({ value, unit }: Quantity): boolean => unit === '件' && value > 1;
const isCounter = ({ unit }: Quantity): boolean => unit === '件';
const isPrice = ({ unit }: Quantity): boolean => unit === '元:now';
