import weights from './data/judgement.json' with { type: 'json' };
import type { Intent } from './types.ts';

/** What is known of one script beside one comment. */
export interface Evidence {
  /** of what is asked, the share that the script asks or tells too, 0 to 1; the same beside the one with most */
  share: number;
  shareBeside: number;
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
  /** how far its examples lean the way of the comment; beside the one that leans most; and its own text */
  leaning: number;
  leaningBeside: number;
  leantReply: number;
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

/** Below the bar nobody knows. */
export const bar = 0;
/** Beside the first, one so much less close may stand second or third. */
export const within = 0.3;

const idle: ReadonlySet<Intent> = new Set(['praise', 'greeting', 'vote', 'other']);

type Parts = Readonly<Record<string, (evidence: Evidence) => number | boolean>>;

/** What tells the right script from the others. */
export const closenessParts = {
  share: ({ share }) => share,
  shareBeside: ({ shareBeside }) => shareBeside,
  covered: ({ covered }) => covered,
  heard: ({ heard }) => heard,
  loud: ({ loud }) => loud,
  met: ({ met }) => met,
  used: ({ used }) => used,
  paired: ({ paired }) => paired,
  leaning: ({ leaning }) => leaning,
  leaningBeside: ({ leaningBeside }) => leaningBeside,
  leantReply: ({ leantReply }) => leantReply,
  spoken: ({ spoken }) => spoken,
  fitting: ({ fitting }) => fitting,
  foreign: ({ foreign }) => foreign,
  agreed: ({ agreed }) => agreed,
  sameRealm: ({ sameRealm }) => sameRealm,
  isMeant: ({ isMeant }) => isMeant,
  isOther: ({ isNamed, isMeant, isGeneral }) => isNamed && !isMeant && !isGeneral,
  generalUnnamed: ({ isGeneral, isNamed }) => isGeneral && !isNamed,
  generalBound: ({ isGeneral, isNamed, isBound }) => isGeneral && isNamed && isBound,
  generalLoose: ({ isGeneral, isNamed, isBound }) => isGeneral && isNamed && !isBound,
} satisfies Parts;

/** What tells that somebody knows at all, of the closest script. */
export const surenessParts = {
  share: ({ share }) => share,
  covered: ({ covered }) => covered,
  heard: ({ heard }) => heard,
  met: ({ met }) => met,
  used: ({ used }) => used,
  paired: ({ paired }) => paired,
  leaning: ({ leaning }) => leaning,
  leantReply: ({ leantReply }) => leantReply,
  spoken: ({ spoken }) => spoken,
  fitting: ({ fitting }) => fitting,
  foreign: ({ foreign }) => foreign,
  isPlain: ({ isPlain }) => isPlain,
  agreed: ({ agreed }) => agreed,
  sameRealm: ({ sameRealm }) => sameRealm,
  isQuestion: ({ isQuestion }) => isQuestion,
  idleQuestion: ({ isQuestion, intent }) => isQuestion && idle.has(intent),
  idle: ({ isQuestion, intent }) => !isQuestion && idle.has(intent),
  isNamed: ({ isNamed }) => isNamed,
  isMeant: ({ isMeant }) => isMeant,
  isOther: ({ isNamed, isMeant, isGeneral }) => isNamed && !isMeant && !isGeneral,
  isGeneral: ({ isGeneral }) => isGeneral,
  isStranger: ({ isStranger }) => isStranger,
} satisfies Parts;

/**
 * How well it answers beside the others, about 0 to 1.
 *
 * The weights are those of a conditional logistic regression; `node scripts/make-judgement.ts` finds them.
 */
export const closeness = (evidence: Evidence): number => closest(evidence) / atMost;

const closest = weigh(closenessParts, weights.closeness);
const atMost = closest({
  share: 1,
  shareBeside: 1,
  covered: 1,
  heard: 1,
  loud: 1,
  met: 1,
  used: 1,
  paired: 1,
  leaning: 1,
  leaningBeside: 1,
  leantReply: 0.5,
  spoken: 1,
  fitting: 1,
  foreign: false,
  isPlain: true,
  agreed: true,
  sameRealm: true,
  isQuestion: true,
  intent: 'price',
  isNamed: false,
  isMeant: false,
  isGeneral: false,
  isBound: false,
  isStranger: false,
});

/** A lead beyond this tells no more. */
export const farAhead = 0.2;

/**
 * How sure it is that the script answers at all, as the logarithm of odds; far below `bar` for who asks for nothing.
 *
 * @param lead by how much `closeness` puts it before the next
 */
export function sureness(evidence: Evidence, lead: number): number {
  // who asks for nothing is answered only by nearly the same words
  const { isQuestion, agreed, intent, share, leaning } = evidence;
  if (!isQuestion && !agreed && idle.has(intent) && share < 0.55 && leaning < 0.45)
    return Number.NEGATIVE_INFINITY;
  return sure(evidence) + weights.lead * Math.min(1, lead / farAhead) + weights.bias;
}

const sure = weigh(surenessParts, weights.sureness);

/** The sum of the parts, each by its weight. */
function weigh(parts: Parts, own: Readonly<Record<string, number>>): (evidence: Evidence) => number {
  const terms = Object.entries(parts).map(([name, read]) => ({ read, weight: own[name]! }));
  return (evidence) => {
    let sum = 0;
    for (const { read, weight } of terms) sum += weight * Number(read(evidence));
    return sum;
  };
}

/** What it is about: the goods, the deal, or what follows it. */
export const realmOf = (intent: Intent): string =>
  deal.has(intent) ? 'deal' : after.has(intent) ? 'after' : 'goods';
const deal: ReadonlySet<Intent> = new Set(['price', 'coupon', 'stock', 'link']);
const after: ReadonlySet<Intent> = new Set(['shipping', 'order', 'aftersale', 'complaint']);
