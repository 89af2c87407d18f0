import { conceptNumber, concepts } from './concepts.ts';
import table from './data/reading.json' with { type: 'json' };
import type { Sense } from './sense.ts';
import { type Intent, intents } from './types.ts';

/** What the comment wants, by the votes of all it names. `asking` tells 好看吗 from 好看. */
export function intentOf({ terms, slots, text }: Sense, asking: boolean): Intent {
  const scores = new Map<Intent, number>();
  const vote = (intent: Intent, weight: number) => scores.set(intent, (scores.get(intent) ?? 0) + weight);
  for (const { concept } of terms) {
    const voted = concept < 0 ? null : votes[concept];
    if (voted) vote(...voted);
  }
  const has = (numbers: ReadonlySet<number>) => terms.some(({ concept }) => numbers.has(concept));

  const inStock = has(stock);
  if (slots.height || slots.weight) vote('size', 3.2);
  if (slots.size && !inStock) vote('size', 2.5);
  if (slots.colour && !inStock) vote('spec', 1.5);
  if (slots.place) vote('shipping', 2);
  if (slots.age) vote('suitability', 2.5);
  if (slots.price) vote('price', 1.5);
  if (slots.link) vote('link', slots.link.includes(',') ? 0 : 0.6);
  if (slots.link?.includes(',')) vote('comparison', 1);
  if (has(choice) && (has(liking) || has(merits))) vote('comparison', 2);
  if (has(elsewhere) && has(cost)) vote('price', 2);
  if (has(fitting)) vote('size', 3);
  if (has(howMany) && (slots.quantity || has(buying))) vote('price', 1.5);
  if (ballot.test(text)) vote('vote', 2);
  if (!asking && !has(grief)) {
    // 面料真舒服 names the cloth, but it praises
    if (has(praising) || (terms.length > 1 && good.has(terms.at(-1)!.concept))) vote('praise', 3);
    if (has(broken)) vote('complaint', 3);
  }

  let best: Intent = 'other';
  let bestScore = 0.25;
  for (const intent of precedence) {
    const score = scores.get(intent) ?? 0;
    if (score > bestScore) {
      best = intent;
      bestScore = score;
    }
  }
  // 好闻吗 wants to know, it does not praise
  return best === 'praise' && asking ? 'spec' : best;
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

const ownIntents = new Set<string>(intents);
const votes = concepts.map(({ name, group, weight }): readonly [Intent, number] | null => {
  const [intent, own] = (table.votes as Record<string, string>)[name]?.split(' ') ?? [];
  if (intent) return [intent as Intent, Number(own)];
  return ownIntents.has(group) ? [group as Intent, weight] : null;
});

const numbersWhere = (test: (name: string) => boolean): ReadonlySet<number> =>
  new Set(concepts.flatMap(({ name }, number) => (test(name) ? [number] : [])));
const stock = numbersWhere((name) => /^stock\.(have|none|restock|left)$/.test(name));
const liking = numbersWhere((name) => name === 'weak.good' || name === 'praise.good');
const grief = numbersWhere((name) => name.startsWith('complaint.') || name.startsWith('neg.'));
const named = (...names: string[]): ReadonlySet<number> => new Set(names.map(conceptNumber));
const choice = named('ask.which', 'comparison.or');
const praising = named('praise.good');
const good = named('weak.good');
const merits = named('suitability.whiten', 'suitability.slim-look', 'price.worth', 'praise.recommend');
const elsewhere = named('comparison.elsewhere');
const cost = named('price.cheap', 'price.dear', 'price.ask');
const fitting = named('size.which');
const howMany = named('ask.howmany');
const buying = named('weak.buy');
const broken = named(
  'aftersale.broken',
  'suitability.acne',
  'spec.breaks',
  'suitability.digest',
  'suitability.allergy',
);
/** 111 · 2 · 要要要 */
const ballot = /^(?:([1-9])\1*|[1-9]\d?|[要想扣]+)$/;
