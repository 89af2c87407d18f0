import { conceptNumber, concepts } from './concepts.ts';
import related from './data/related.json' with { type: 'json' };
import { isCode, type Sense } from './sense.ts';
import type { Said } from './shelve.ts';
import { soundOf } from './syllables.ts';

/** A term with how much it says. */
export interface Word {
  concept: number;
  text: string;
  weight: number;
}

/** What a text is compared by. */
export interface Bag {
  words: readonly Word[];
  /** every character of its words */
  letters: string;
  /** what it speaks of, whatever the trade */
  aspects: readonly number[];
}

/** What an asker says beyond the example costs as much as the reverse. */
const unanswered = 0.5;
const unasked = 0.5;
/** Said by another example of the script, by its reply, or by its reply to the letter. */
const besides = 0.85;
const told = 0.43;
const quoted = 0.75;
/** A related meaning, letters of a known meaning, too few letters of an unknown word. */
const kin = 0.42;
const lookalike = 0.65;
const faint = 0.42;

interface Share {
  share: number;
  /** of what is asked beside the product's name, how much is said at all */
  covered: number;
}

/**
 * The share of what is asked that a script asks or tells too, 0 to 1.
 *
 * @param example null where the script's own text was found
 * @param said what all its examples say, and its text, count for less
 * @param context what its product is called
 */
export function shareOf(asked: Bag, example: Bag | null, said: Said, context: readonly string[]): Share {
  let common = 0;
  let missing = 0;
  let content = 0;
  let met = 0;
  for (const word of asked.words) {
    const own = isName(word) ? named(word.text, context) : 0;
    let part = example ? partOf(word, example) : 0;
    if (part < 1) {
      part = Math.max(part, besides * partOf(word, said.examples));
      if (part < quoted && isTold(word, said.reply)) part = quoted;
      else if (part < told) part = Math.max(part, told * partOf(word, said.reply));
    }
    if (own < 1 && !isGoods(word)) {
      content += word.weight;
      met += word.weight * part;
    }
    part = Math.max(part, own);
    common += word.weight * part;
    missing += word.weight * (1 - part);
  }
  let extra = 0;
  if (example)
    for (const word of example.words) if (!isGoods(word)) extra += word.weight * (1 - partOf(word, asked));
  if (common === 0) return { share: 0, covered: 0 };
  return {
    share: common / (common + unanswered * missing + unasked * extra),
    covered: content === 0 ? 1 : met / content,
  };
}

/** What is spoken of stands first, or after 有, 卖 and the like: 奶粉 in 奶粉有益生菌吗. */
export function topicOf(words: readonly Word[]): string | null {
  for (const word of words) {
    if (isGoods(word)) return word.text;
    if (word.concept < 0 || !light.has(concepts[word.concept]!.group)) return null;
  }
  return null;
}
const light: ReadonlySet<string> = new Set(['weak', 'ask', 'degree']);

/** Whether the product is called that, in more letters or fewer: 锅 for 炒锅, 珍珠 for 珍珠项链. */
export const isNamed = (text: string, context: readonly string[]): boolean =>
  context.some((name) => name.includes(text) || (text.endsWith(name) && name.length * 2 >= text.length));

/** How far the product is called that. */
const named = (text: string, context: readonly string[]): number => {
  if (isNamed(text, context)) return 1;
  const near = context.reduce((most, name) => Math.max(most, nearness(text, name)), 0);
  return near >= 0.5 ? near : 0;
};

const isName = (word: Word): boolean => isGoods(word) || (word.concept < 0 && !isWhole(word));

/** Whether a reply has an unknown word as it stands: 金枕. */
const isTold = ({ concept, text }: Word, reply: Bag): boolean =>
  concept < 0 && text.length > 1 && reply.letters.includes(text);

/** How far `bag` says what `word` says: the same meaning, a related one, or letters in common. */
function partOf(word: Word, bag: Bag): number {
  let best = 0;
  for (const other of bag.words) {
    if (word.concept >= 0 ? word.concept === other.concept : word.text === other.text) return 1;
    if (other.concept >= 0 && kinOf(word.concept).includes(other.concept)) best = kin;
  }
  if (best > 0 || isWhole(word)) return best;
  const near = nearness(word.text, bag.letters);
  return word.concept < 0 ? (near >= 0.5 ? near : near * faint) : near >= 0.5 ? near * lookalike : 0;
}

const isWhole = ({ text, concept }: Word): boolean =>
  isCode.test(text) || text[0] === '#' || (concept >= 0 && plain.has(concepts[concept]!.group));
const plain: ReadonlySet<string> = new Set(['ask', 'neg', 'weak', 'degree', 'colour', 'place', 'time']);
export const isGoods = ({ concept }: Word): boolean => concept >= 0 && concepts[concept]!.group === 'goods';

/** Share of the characters of `text` that stand in `letters`; homophones count in pairs only. */
function nearness(text: string, letters: string): number {
  if (letters === '') return 0;
  let found = 0;
  for (let index = 0; index < text.length; index++) {
    if (letters.includes(text[index]!)) found += 1;
    else if (sharesSounds(text, index - 1, letters) || sharesSounds(text, index, letters)) found += homophone;
  }
  return found / text.length;
}

const homophone = 0.7;

/** Whether the two characters from `at` on sound like two neighbours in `letters`. */
function sharesSounds(text: string, at: number, letters: string): boolean {
  if (at < 0 || at + 1 >= text.length) return false;
  const first = soundOf(text.charCodeAt(at));
  const second = soundOf(text.charCodeAt(at + 1));
  if (first === 0 || second === 0) return false;
  for (let index = 0; index + 1 < letters.length; index++) {
    if (soundOf(letters.charCodeAt(index)) === first && soundOf(letters.charCodeAt(index + 1)) === second)
      return true;
  }
  return false;
}

/** Concepts whose answers often serve for this one. */
export const kinOf = (concept: number): readonly number[] => kindred.get(concept) ?? [];
const kindred = new Map<number, number[]>();
for (const line of related) {
  // a star stands for all of a kind: kin to the others, not to each other
  const members = line.split(' ').map(membersOf);
  for (const own of members) {
    const others = members.filter((other) => other !== own).flat();
    for (const member of own) kindred.set(member, [...new Set([...kinOf(member), ...others])]);
  }
}

function membersOf(name: string): number[] {
  if (!name.endsWith('*')) return [conceptNumber(name)];
  const kind = name.slice(0, -1);
  return concepts.flatMap((concept, number) => (concept.name.startsWith(kind) ? [number] : []));
}

/** The words of a text before their rarity is known. */
export function wordsOf({ terms, slots }: Sense): Word[] {
  const words: Word[] = [];
  for (const { concept, text } of terms) {
    const weight = concept < 0 ? Math.min(3, 0.6 + 0.6 * text.length) : weightOf(concept);
    if (weight > 0) words.push({ concept, text, weight });
  }
  for (const [slot, weight] of slotWeights) {
    if (slots[slot] !== undefined) words.push({ concept: -1, text: `#${slot}`, weight });
  }
  return words;
}

function weightOf(concept: number): number {
  const { group, weight } = concepts[concept]!;
  return group === 'neg' ? 0.4 : group === 'ask' ? Math.min(weight, 1) : weight;
}

const slotWeights: readonly (readonly [string, number])[] = [
  ['height', 1.5],
  ['weight', 0.8],
  ['size', 1],
  ['age', 1],
  ['quantity', 0.4],
  ['place', 1],
];
