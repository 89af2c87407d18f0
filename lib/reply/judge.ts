import type { Intent } from './types.ts';

/** What is known of one script beside one comment. */
export interface Evidence {
  /** of what is asked, the share that the script asks or tells too, 0 to 1 */
  share: number;
  /** the same beside the product's name, what the script does not ask left out */
  covered: number;
  /** of the comment's characters and pairs by their rarity, the share that the script has, 0 to 1 */
  heard: number;
  /** `heard` beside that of the script which has most, 0 to 1 */
  loud: number;
  /** of the asked characters by rarity, what its likest example has; the reverse; and of the pairs */
  met: number;
  used: number;
  paired: number;
  agreed: boolean;
  /** both are about the goods, or both about the deal, or both about what follows it */
  sameRealm: boolean;
  isQuestion: boolean;
  intent: Intent;
  /** the comment names a product of the library */
  isNamed: boolean;
  /** the script is one for that product; for any product */
  isMeant: boolean;
  isGeneral: boolean;
  /** what is asked can be answered for one product only */
  isBound: boolean;
  /** the comment is about goods that no product is called */
  isStranger: boolean;
}

/** Below the bar nobody knows; beside one that knows, a weaker one may stand second or third. */
export const bar = 0.475;
export const softBar = 0.2;

/**
 * How sure it is that the script answers at all.
 *
 * @param lead by how much `closeness` puts it before the next
 *
 * The weights come of a logistic regression on the same sets as those of `closeness`.
 */
export function sureness(evidence: Evidence, lead: number): number {
  const { share, covered, heard, used, intent, isQuestion, agreed } = evidence;
  const wantsNothing = idle.has(intent);
  // who asks for nothing is answered only by nearly the same words
  if (!isQuestion && !agreed && wantsNothing && share < 0.55) return 0;
  return (
    0.23 * share +
    0.34 * covered +
    0.34 * heard +
    0.15 * used +
    0.92 * Math.min(lead, 0.21) +
    (agreed ? 0.06 : 0) +
    (evidence.sameRealm ? 0.085 : 0) +
    (isQuestion ? 0.04 : 0) -
    (wantsNothing ? (isQuestion ? 0.125 : 0.225) : 0) -
    (evidence.isNamed ? 0.09 : 0) -
    (evidence.isGeneral ? 0.095 : 0) -
    (evidence.isBound ? 0.02 : 0) -
    (evidence.isStranger ? 0.26 : 0)
  );
}

/**
 * How well it answers beside the others, about 0 to 1.
 *
 * The weights come of a conditional logistic regression on the sets that were open to tuning, read also with a part
 * of the lexicon taken away, as a trade nobody has words for would be. A pair of characters counts in `heard` too.
 */
export function closeness(evidence: Evidence): number {
  const { share, covered, heard, loud, met, used, paired, isNamed, isBound, isGeneral } = evidence;
  return (
    0.26 * share +
    0.235 * covered +
    0.15 * heard +
    0.18 * loud +
    0.1 * met +
    0.17 * used -
    0.14 * paired +
    (evidence.agreed ? 0.035 : 0) +
    (evidence.sameRealm ? 0.075 : 0) +
    (evidence.isMeant ? 0.14 : 0) +
    (isGeneral && !isNamed ? 0.045 : 0) -
    (isGeneral && isNamed && isBound ? 0.02 : 0)
  );
}

/** What it is about: the goods, the deal, or what follows it. */
export const realmOf = (intent: Intent): string =>
  deal.has(intent) ? 'deal' : after.has(intent) ? 'after' : 'goods';
const deal: ReadonlySet<Intent> = new Set(['price', 'coupon', 'stock', 'link']);
const after: ReadonlySet<Intent> = new Set(['shipping', 'order', 'aftersale', 'complaint']);

const idle: ReadonlySet<Intent> = new Set(['praise', 'greeting', 'vote', 'other']);
