import words from './data/words.json' with { type: 'json' };
import { isCommercial, sameQuantity } from './quantities.ts';
import type { Clause, Read } from './sources.ts';

/** Who or what a promise is bound to: 会员, 新客, 以上, 正在办理. */
const bounds = new RegExp(words.bounds, 'g');
/** What it leaves out: 除外, 另付, 偏远. */
const exceptions = new RegExp(words.exceptions, 'g');

const keeps = (pattern: RegExp, ground: string, answer: Read): boolean =>
  [...ground.matchAll(pattern)].every(([word]) => answer.plain.includes(word));

/** Whether an answer that takes something from a clause takes along what it is bound to there. */
export const keepsBounds = (answer: Read, clause: Clause): boolean => keeps(bounds, clause.words, answer);

/** Whether an answer that takes a promise from a source takes along what the source leaves out. */
export const keepsExceptions = (answer: Read, source: Read): boolean =>
  keeps(exceptions, source.plain, answer);

/** Whether the price, the pieces and the conditions of a clause all stand in the answer. */
export const keepsOffer = (answer: Read, { quantities }: Clause): boolean =>
  quantities.every(
    (one) => !isCommercial(one) || answer.quantities.some((other) => sameQuantity(one, other)),
  );
