import compositions from './data/compose.json' with { type: 'json' };
import frame from './data/frame.json' with { type: 'json' };
import goods from './data/goods.json' with { type: 'json' };
import lexicon from './data/lexicon.json' with { type: 'json' };
import slotWords from './data/slots.json' with { type: 'json' };

/** What a phrase means, whatever its words: `shipping.when`, `weak.can`, `colour.黑`. */
export interface Concept {
  name: string;
  /** an intent, or ask · neg · weak · noise · colour · place · time */
  group: string;
  /** how much it says about what is asked, 0 (noise) to 3 */
  weight: number;
}

const groupWeights: Readonly<Record<string, number>> = {
  ask: 0,
  neg: 2,
  weak: 0.5,
  goods: 1,
  degree: 1,
  noise: 0,
  greeting: 0.3,
  praise: 1.5,
  vote: 0.5,
};

/** Words that say more, or less, than their group. */
const ownWeights: Readonly<Record<string, number>> = {
  'ask.when': 1.5,
  'ask.howlong': 1.5,
  'ask.how': 1.5,
  'ask.why': 1.5,
  'ask.where': 1.5,
  'weak.use': 0.8,
  'weak.eat': 0.8,
  'weak.drink': 0.8,
  'weak.wear': 0.8,
  'suitability.fits': 1.5,
  'order.placed': 0.5,
  'price.this': 1,
  'time.今天': 0.5,
  'link.show': 1,
  'link.explain': 1.5,
  'shipping.ship': 2,
  'aftersale.opened': 2,
};

/** Every concept; a concept's number is its place here. */
export const concepts: readonly Concept[] = [];

/** Every phrase with the number of its concept. */
export const phrases: ReadonlyMap<string, number> = new Map();

const numbers = new Map<string, number>();

/** The number of a concept by name; throws for one that no data file has. */
export function conceptNumber(name: string): number {
  const number = numbers.get(name);
  if (number === undefined) throw new Error(`Unknown concept "${name}".`);
  return number;
}

export const isConcept = (name: string): boolean => numbers.has(name);

for (const source of [lexicon, goods, frame, slotWords] as Record<string, Record<string, string>>[]) {
  for (const [group, members] of Object.entries(source)) {
    for (const [member, words] of Object.entries(members)) {
      // a star lists words of one kind that mean different things, a slash their spellings
      const star = member.endsWith('*');
      for (const entry of words.split(' ')) {
        const spellings = entry.split('/');
        const number = numberOf(group, star ? `${member.slice(0, -1)}:${spellings[0]}` : member);
        for (const word of spellings) {
          if (!phrases.has(word)) (phrases as Map<string, number>).set(word, number);
        }
      }
    }
  }
}

function numberOf(group: string, member: string): number {
  const name = `${group}.${member}`;
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const number = (concepts as Concept[]).push({
    name,
    group,
    weight: ownWeights[name] ?? groupWeights[group] ?? 3,
  });
  numbers.set(name, number - 1);
  return number - 1;
}

/** Concepts that mean one other concept when they stand together; the longest come first. */
export const composed: readonly { parts: readonly number[]; whole: number }[] = compositions
  .map((line) => {
    const [whole, parts] = line.split(' = ') as [string, string];
    return { whole: conceptNumber(whole), parts: parts.split(' ').map(conceptNumber) };
  })
  .sort((a, b) => b.parts.length - a.parts.length);
