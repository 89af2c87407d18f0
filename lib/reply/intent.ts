import { aspects, aspectsOf } from './aspects.ts';
import { conceptNumber, concepts } from './concepts.ts';
import table from './data/reading.json' with { type: 'json' };
import { asideOf } from './question.ts';
import type { Sense, Term } from './sense.ts';
import { type Intent, intents } from './types.ts';

type Vote = (intent: Intent, weight: number) => void;

/** What the comment wants, by the votes of all it names. `asking` tells 好看吗 from 好看. */
export const intentOf = (comment: Sense, asking: boolean): Intent => weighIntents(comment, asking).intent;

/** The same with `lead`: by how many votes it comes before the next, 3 for one plain word. */
export function weighIntents(comment: Sense, asking: boolean): { intent: Intent; lead: number } {
  const scores = new Map<Intent, number>();
  const vote: Vote = (intent, weight) => scores.set(intent, (scores.get(intent) ?? 0) + weight);
  const aside = asideOf(comment);
  const isOfGoods = asking && comment.aspects.some((aspect) => qualities.has(aspect));
  for (const { concept, text } of comment.terms) {
    const voted = concept < 0 ? null : votes[concept];
    // 含糖吗 我血糖高 asks for the sugar; 娃能不能背得动 for the weight
    if (!voted) continue;
    const isBeside = aside.includes(text) && !grave.has(voted[0]);
    vote(voted[0], (isOfGoods && persons.has(concept) ? 0.3 : isBeside ? 0.5 : 1) * voted[1]);
  }
  if (asking) voteByAspects(comment, aside, vote);
  voteBySlots(comment, vote);
  voteByCompany(comment, vote);
  if (asking) voteByAsking(comment, vote);
  else voteByTelling(comment, vote);

  let best: Intent = 'other';
  let bestScore = 0.25;
  let second = 0.25;
  for (const intent of precedence) {
    const score = scores.get(intent) ?? 0;
    if (score > bestScore) {
      second = bestScore;
      best = intent;
      bestScore = score;
    } else if (score > second) second = score;
  }
  // 好闻吗 wants to know, it does not praise
  return { intent: best === 'praise' && asking ? 'spec' : best, lead: bestScore - second };
}

/** What is asked of any goods: 冲劲大不大. Less than a word of the lexicon says. */
function voteByAspects({ aspects: spoken }: Sense, aside: string, vote: Vote) {
  const beside = new Set(aside === '' ? [] : aspectsOf(aside, []));
  const isOfGoods = spoken.some((aspect) => qualities.has(aspect));
  for (const aspect of spoken) {
    const intent = aspectIntents[aspect];
    if (!intent || beside.has(aspect) || (isOfGoods && people.has(aspect))) continue;
    vote(intent, circumstances.has(aspect) ? 0.6 : 1);
  }
}

function voteBySlots({ terms, slots, text }: Sense, vote: Vote) {
  const inStock = has(terms, stock);
  if (slots.height || slots.weight) vote('size', 3.2);
  if (slots.size && !inStock) vote('size', 2.5);
  if (slots.colour && !inStock) vote('spec', 1.5);
  // 56圈口还有没有 asks for what is left of it
  if (inStock) vote('stock', 1);
  if (slots.place) vote('shipping', 2);
  if (slots.age) vote('suitability', 2.5);
  if (slots.price) vote('price', 1.5);
  if (slots.link) vote(slots.link.includes(',') ? 'comparison' : 'link', slots.link.includes(',') ? 1 : 0.6);
  if (ballot.test(text)) vote('vote', 2);
  // 三袋能不能240, 6号89一斤吗
  if (terms.some((term) => sum.test(term.text)) && (slots.link || slots.quantity || has(terms, dealing)))
    vote('price', 1.2);
}

/** What some words mean together. */
function voteByCompany({ terms, slots }: Sense, vote: Vote) {
  if (has(terms, choice) && (has(terms, liking) || has(terms, merits))) vote('comparison', 2);
  if (has(terms, elsewhere) && has(terms, cost)) vote('price', 2);
  if (has(terms, fitting)) vote('size', 3);
  if (has(terms, howMany) && (slots.quantity || has(terms, buying))) vote('price', 1.5);
}

/** 有圆领的吗, 能泡茶吗: of an unknown thing, what it has or what it is good for. */
function voteByAsking({ terms, text }: Sense, vote: Vote) {
  if (remedy.test(text) && groupsOf(terms).includes('spec')) vote('usage', 3.2);
  if (/含|配方|里面?有|添加/.test(text) && has(terms, allergens)) vote('ingredients', 3.2);
  if (!terms.some(({ concept }) => concept < 0)) return;
  if (/[含加掺]|里面有/.test(text)) vote('ingredients', 0.6);
  else if (has(terms, having)) vote('spec', 0.4);
  // 会粘吗 asks what the thing does, 能粘吗 what is done with it
  else if (/会(?![用弄使])/.test(text)) vote('spec', 0.4);
  else if (has(terms, able)) vote('usage', 0.3);
}

function voteByTelling({ terms, slots, text, mood, denials }: Sense, vote: Vote) {
  if (has(terms, greeting)) vote('greeting', slots.place ? 2 : 1);
  if (mood > 0 && terms.length === 0) vote('praise', 1);
  if (has(terms, dear)) vote('price', 1);
  if (has(terms, grief)) return vote('complaint', 3);
  const defects = groupsOf(terms).some((group) => flawed.has(group));
  // 面料真舒服 names the cloth, but it praises; 不扎人 does, too
  const pleased =
    terms.some(
      ({ concept }, place) => praising.has(concept) && !denying.has(terms[place - 1]?.concept ?? -1),
    ) ||
    (terms.length > 1 && good.has(terms.at(-1)!.concept) && denials === 0);
  if (pleased) vote('praise', 3);
  else if (has(terms, broken)) vote('complaint', 3);
  else if (defects && grieving.test(text) && denials === 0) vote('complaint', 6);
}

const groupsOf = (terms: readonly Term[]): string[] =>
  terms.flatMap(({ concept }) => (concept < 0 ? [] : [concepts[concept]!.group]));

const has = (terms: readonly Term[], numbers: ReadonlySet<number>): boolean =>
  terms.some(({ concept }) => numbers.has(concept));

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

/** Harm is not said by the way. */
const grave: ReadonlySet<Intent> = new Set(['injection', 'abuse', 'spam']);
const mere: ReadonlySet<Intent> = new Set(['greeting', 'praise', 'complaint', 'other']);
/** What an aspect wants to know, and what its vote counts for: less than a word's own. */
const aspectIntents = aspects.map((name): Intent | null => {
  const group = name.slice(0, name.indexOf('.')) as Intent;
  return mere.has(group) ? null : group;
});
const aspectsWhere = (test: (name: string) => boolean): ReadonlySet<number> =>
  new Set(aspects.flatMap((name, number) => (test(name) ? [number] : [])));
const qualities = aspectsWhere((name) => /^(?:spec|ingredients)\./.test(name));
/** 钓鱼下雨怎么办 tells where, and asks for what the goods bear. */
const circumstances = aspectsWhere((name) => /^suitability\.(?:occasion|who|pet)$/.test(name));
const people = aspectsWhere((name) => /^suitability\.(?:child|elder|sex)$/.test(name));

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
const grief = numbersWhere((name) => name.startsWith('complaint.'));
const persons = numbersWhere((name) =>
  /^suitability\.(?:child|elder|mother|father|men|women|pupil|student|infant)$/.test(name),
);
const denying = numbersWhere((name) => name.startsWith('neg.'));
const remedy = /怎么办|怎么处理|怎么解决|怎么弄/;
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
const having = named('weak.have', 'weak.add');
const dear = named('price.dear');
const allergens = numbersWhere((name) => name.startsWith('suitability.allergen'));
const able = named('weak.can', 'weak.use');
const dealing = named('weak.can', 'weak.buy', 'weak.sell', 'weak.give', 'price.ask');
const greeting = numbersWhere((name) => name.startsWith('greeting.'));
/** groups whose words, told of a thing in hand, are a grievance */
const flawed: ReadonlySet<string> = new Set(['spec', 'usage', 'ingredients', 'aftersale', 'size']);
const grieving = new RegExp(table.grieving);
const sum = /^\d{2,4}$/;
/** 111 · 2 · BB · 要要要 */
const ballot = /^(?:([1-9])\1*|[1-9]\d?|([a-f])\2*(?: \2)*|[要想扣]+)$/;
