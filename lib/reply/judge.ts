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
  /** of the asked aspects, what the script speaks of; of its example's, what is asked; nothing in common */
  spoken: number;
  fitting: number;
  foreign: boolean;
  /** the comment names an aspect at all */
  isPlain: boolean;
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
export const bar = 0.48;
export const softBar = 0.2;

/**
 * How sure it is that the script answers at all.
 *
 * @param lead by how much `closeness` puts it before the next
 *
 * The weights come of a logistic regression on the same sets as those of `closeness`.
 */
export function sureness(evidence: Evidence, lead: number): number {
  const { share, covered, heard, used, spoken, intent, isQuestion, agreed } = evidence;
  const wantsNothing = idle.has(intent);
  // who asks for nothing is answered only by nearly the same words
  if (!isQuestion && !agreed && wantsNothing && share < 0.55) return 0;
  return (
    0.18 * share +
    0.274 * covered +
    0.298 * heard +
    0.11 * used +
    0.085 * spoken +
    0.2 * Math.max(0, spoken - covered) +
    0.055 * evidence.fitting +
    0.9 * Math.min(lead, 0.21) +
    (agreed ? 0.046 : 0) +
    (evidence.sameRealm ? 0.057 : 0) +
    (isQuestion ? 0.012 : 0) -
    (evidence.foreign ? 0.099 : 0) -
    (wantsNothing ? (isQuestion ? 0.109 : 0.248) : 0) -
    (evidence.isNamed ? 0.11 : 0) -
    (evidence.isGeneral ? 0.067 : 0) -
    (evidence.isStranger ? 0.291 : 0)
  );
}

/**
 * How well it answers beside the others, about 0 to 1.
 *
 * The weights come of a conditional logistic regression on the sets that were open to tuning, read also with a fifth
 * and a third of the lexicon taken away, as a trade nobody has words for would be. A pair of characters counts in
 * `heard` too.
 */
export function closeness(evidence: Evidence): number {
  const { share, covered, heard, loud, met, used, paired, isNamed, isBound, isGeneral } = evidence;
  return (
    0.203 * share +
    0.153 * covered +
    0.161 * heard +
    0.171 * loud +
    0.086 * met +
    0.106 * used -
    0.173 * paired +
    0.086 * evidence.spoken +
    0.095 * evidence.fitting +
    (evidence.sameRealm ? 0.075 : 0) +
    (evidence.isMeant ? 0.118 : 0) +
    (isGeneral && !isNamed ? 0.033 : 0) -
    (isGeneral && isNamed && isBound ? 0.02 : 0) -
    (evidence.foreign ? 0.109 : 0)
  );
}

/** What it is about: the goods, the deal, or what follows it. */
export const realmOf = (intent: Intent): string =>
  deal.has(intent) ? 'deal' : after.has(intent) ? 'after' : 'goods';
const deal: ReadonlySet<Intent> = new Set(['price', 'coupon', 'stock', 'link']);
const after: ReadonlySet<Intent> = new Set(['shipping', 'order', 'aftersale', 'complaint']);

const idle: ReadonlySet<Intent> = new Set(['praise', 'greeting', 'vote', 'other']);
