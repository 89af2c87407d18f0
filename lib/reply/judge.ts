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
  agreed: boolean;
  isQuestion: boolean;
  intent: Intent;
  /** the comment names a product of the library */
  isNamed: boolean;
  /** the script is one for that product; for any product */
  isMeant: boolean;
  isGeneral: boolean;
  /** the comment is about goods that no product is called */
  isStranger: boolean;
}

/** Below the bar nobody knows; beside one that knows, a weaker one may stand second or third. */
export const bar = 0.43;
export const softBar = 0.24;

/**
 * How sure it is that the script answers at all.
 *
 * The weights come of a logistic regression on the sets that were open to tuning, rounded.
 */
export function sureness(evidence: Evidence): number {
  const { share, covered, heard, intent, isQuestion, agreed } = evidence;
  // who asks for nothing is answered only by nearly the same words
  if (!isQuestion && !agreed && idle.has(intent) && share < 0.55) return 0;
  return (
    0.45 * share +
    0.31 * covered +
    0.36 * heard +
    (agreed ? 0.05 : 0) +
    (isQuestion ? 0.055 : 0) -
    (evidence.isNamed ? 0.1 : 0) -
    (evidence.isGeneral ? 0.07 : 0) -
    (evidence.isStranger ? 0.35 : 0)
  );
}

/** How well it answers beside the others. */
export function closeness({ share, heard, loud, agreed, isNamed, isMeant, isGeneral }: Evidence): number {
  return (
    0.73 * share +
    0.27 * heard +
    0.14 * loud +
    (agreed ? 0.03 : 0) +
    (isMeant ? 0.05 : 0) +
    (isGeneral && !isNamed ? 0.03 : 0)
  );
}

const idle: ReadonlySet<Intent> = new Set(['praise', 'greeting', 'vote', 'other']);
