import { conceptNumber, concepts } from './concepts.ts';
import { type Sense, sense, type Term } from './sense.ts';
import { type Intent, intents, type Objection, type Reading } from './types.ts';

/** Reads a comment: what it wants, whether it waits for an answer, its mood and what it fills in. Pure. */
export const readComment = (text: string): Reading => readSense(sense(text));

/** The same for a comment that is already taken apart. */
export function readSense(comment: Sense): Reading {
  const intent = intentOf(comment);
  return {
    intent,
    isQuestion: isQuestion(comment, intent),
    sentiment: sentimentOf(comment, intent),
    objection: objectionOf(comment),
    slots: comment.slots,
  };
}

/** Which intent wins a tie: what harms first, then the more particular. */
const precedence: readonly Intent[] = [
  'injection',
  'abuse',
  'spam',
  'complaint',
  'order',
  'aftersale',
  'comparison',
  'coupon',
  'authenticity',
  'suitability',
  'ingredients',
  'usage',
  'size',
  'stock',
  'shipping',
  'spec',
  'price',
  'link',
  'praise',
  'vote',
  'greeting',
  'other',
];

/** Votes for another intent than the group's own, by concept. */
const votes: Readonly<Record<string, readonly [Intent, number]>> = {
  'order.placed': ['other', 0.4],
  'comparison.elsewhere': ['comparison', 1.6],
  'comparison.version': ['comparison', 2],
  'comparison.versus': ['comparison', 2.5],
  'suitability.fits': ['suitability', 1.5],
  'spec.comfort': ['spec', 1.5],
  'ask.why': ['other', 0],
  'weak.wear': ['size', 0.4],
  'weak.buy': ['link', 0.3],
  'weak.use': ['usage', 0.3],
  'weak.eat': ['usage', 0.3],
  'weak.drink': ['usage', 0.3],
  'praise.good': ['praise', 1.2],
  'praise.rebuy': ['praise', 2],
  'praise.recommend': ['praise', 1],
  'greeting.kind': ['greeting', 1],
  'greeting.hello': ['greeting', 0.8],
  'greeting.come': ['greeting', 0.8],
  'greeting.bye': ['greeting', 0.8],
  'greeting.follow': ['greeting', 0.8],
  'vote.vote': ['vote', 1],
};

const isIntent = new Set<string>(intents);
const voteOf = concepts.map(
  ({ name, group, weight }): readonly [Intent, number] =>
    votes[name] ?? (isIntent.has(group) ? [group as Intent, weight] : ['other', 0]),
);

function intentOf({ terms, slots, text }: Sense): Intent {
  const found = conceptsIn(terms);
  const rest = lengthUnknown(terms);
  const scores = new Map<Intent, number>();
  const vote = (intent: Intent, weight: number) => scores.set(intent, (scores.get(intent) ?? 0) + weight);
  for (const concept of found) {
    const [intent, weight] = voteOf[concept]!;
    if (weight > 0) vote(intent, weight);
  }
  const has = (...names: string[]) => names.some((name) => found.includes(conceptNumber(name)));
  if (slots.height || slots.weight) vote('size', 3.2);
  if (slots.size) vote('size', has('stock.have', 'stock.none', 'stock.restock', 'stock.left') ? 0 : 2.5);
  if (slots.colour) vote('spec', has('stock.have', 'stock.none', 'stock.restock', 'stock.left') ? 0 : 1.5);
  if (slots.place) vote('shipping', 2);
  if (slots.age) vote('suitability', 3);
  if (slots.price) vote('price', 1.5);
  if (slots.link) vote('link', 0.6);
  if (/^\d{1,2}$/.test(text) || (/^(.)\1*$/.test(text) && /^[1-9]+$/.test(text))) vote('vote', 2);
  if (rest > 6 && scores.size === 0) return 'other';

  let best: Intent = 'other';
  let bestScore = 0.25;
  for (const intent of precedence) {
    const score = scores.get(intent) ?? 0;
    if (score > bestScore) {
      best = intent;
      bestScore = score;
    }
  }
  return best;
}

const interrogative = /什么|多少|几(?!乎)|哪|怎么|怎样|如何|为何|是否|[吗谁?]|多[大久长宽高重厚远]|么(?= |$)/;
const notAsking =
  /没什么|什么都|哪都|怎么都|多少都|怎么这么|什么垃圾|什么玩意|什么破|谁懂|多大的(?!码|孩|宝|娃|锅)/g;

const names = (...list: string[]): ReadonlySet<number> => new Set(list.map(conceptNumber));
const requests = names(
  'link.post',
  'link.explain',
  'link.show',
  'link.missing',
  'stock.restock',
  'price.haggle',
  'price.lowest',
  'price.ask',
  'size.which',
  'order.not-shipped',
  'order.missing',
  'order.stuck',
);
const statements = names('praise.good', 'praise.rebuy', 'order.placed', 'neg.not');

function isQuestion({ text, asks, terms, slots }: Sense, intent: Intent): boolean {
  const found = conceptsIn(terms);
  const rest = lengthUnknown(terms);
  if (intent === 'injection' || intent === 'abuse' || intent === 'spam') return false;
  if (asks) return true;
  if (interrogative.test(text.replace(notAsking, ''))) return true;
  if (found.some((concept) => requests.has(concept))) return true;
  if (intent === 'size' && slots.height !== undefined) return true;
  if (found.some((concept) => statements.has(concept))) return false;
  if (rest > 4 || intent === 'complaint' || intent === 'other') return false;
  const strong = found.filter(
    (concept) => concepts[concept]!.weight >= 2 && isIntent.has(concepts[concept]!.group),
  );
  if (strong.length === 0) return false;
  const bare = found.length === strong.length && rest === 0 && text.length <= 8;
  const able = found.some((concept) => able_.has(concept));
  return bare || able || /[呢吧]$/.test(text);
}
const able_ = names('weak.can', 'weak.have', 'weak.need');

function sentimentOf({ terms, mood, denials, asks, text }: Sense, intent: Intent): Reading['sentiment'] {
  let score = Math.sign(mood);
  for (const concept of conceptsIn(terms)) {
    const { group, name } = concepts[concept]!;
    if (group === 'praise') score += asks || text.endsWith('吗') ? 0 : denials > 0 ? -1 : 1;
    else if (group === 'complaint' || group === 'abuse') score -= 2;
    else if (negativeNames.has(name)) score -= 1;
  }
  if (intent === 'abuse' || intent === 'complaint') return 'negative';
  return score > 0 ? 'positive' : score < 0 ? 'negative' : 'neutral';
}

const negativeNames = new Set([
  'price.dear',
  'order.not-shipped',
  'order.missing',
  'order.stuck',
  'aftersale.broken',
]);

const objections: Readonly<Record<string, Objection>> = {
  'price.haggle': 'price',
  'price.dear': 'price',
  'price.lowest': 'price',
  'price.cheap': 'price',
  'price.worth': 'price',
  'price.rise': 'price',
  'price.protect': 'price',
  'usage.effect': 'function',
  'authenticity.genuine': 'function',
  'authenticity.fake': 'function',
  'spec.durable': 'function',
  'spec.quality': 'function',
  'spec.breaks': 'function',
  'spec.pilling': 'function',
  'spec.fade': 'function',
  'spec.shrink': 'function',
  'complaint.bad-quality': 'function',
  'complaint.not-as-shown': 'function',
  'complaint.cheated': 'function',
  'complaint.ignored': 'service',
  'complaint.slow': 'service',
  'complaint.wrong-item': 'service',
  'order.not-shipped': 'service',
  'order.missing': 'service',
  'order.stuck': 'service',
  'aftersale.return': 'service',
  'aftersale.exchange': 'service',
  'aftersale.refund': 'service',
  'aftersale.return-fee': 'service',
  'aftersale.insurance': 'service',
  'aftersale.exchange-size': 'service',
  'aftersale.warranty': 'service',
  'aftersale.service': 'service',
  'aftersale.broken': 'service',
  'aftersale.unfit': 'service',
};
const objectionByConcept = concepts.map(({ name }) => objections[name] ?? null);

function objectionOf({ terms }: Sense): Objection | null {
  for (const { concept } of terms) {
    const objection = objectionByConcept[concept];
    if (objection) return objection;
  }
  return null;
}

const conceptsIn = (terms: readonly Term[]): number[] =>
  terms
    .map(({ concept }) => concept)
    .filter((concept) => concept >= 0 && concepts[concept]!.group !== 'goods');

/** How many characters the lexicon does not know. */
const lengthUnknown = (terms: readonly Term[]): number =>
  terms.reduce((sum, { concept, text }) => sum + (concept < 0 ? text.length : 0), 0);
