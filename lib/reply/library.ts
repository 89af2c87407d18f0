import { concepts } from './concepts.ts';
import { fold } from './fold.ts';
import { type Bag, isGoods, nearness, shareOf, type Word, wordsOf } from './match.ts';
import { readSense } from './read.ts';
import type { Product } from './script-file.ts';
import { sense } from './sense.ts';
import type { Intent, Reading, Script } from './types.ts';

export interface Match {
  script: Script;
  /** share of what is asked that the script's example asks too, 0 to 1 */
  score: number;
}

/** Scripts, ready to be searched. */
export interface Library {
  readonly scripts: readonly Script[];
  /**
   * The scripts that answer a comment, best first; none when nobody knows.
   *
   * @param reading what `readComment` said of the text, if that is at hand
   * @param limit at most so many
   */
  search(text: string, reading?: Reading, limit?: number): Match[];
}

/** Below this share the question is another one. */
const knowing = 0.52;
const agreement = 0.04;
/** Examples that are compared word by word. */
const shortlist = 48;
/** Tokens that stand in more examples than this share tell nothing apart. */
const tooCommon = 0.2;

/** What is asked about one product and cannot be answered for another. */
const aboutProduct: ReadonlySet<Intent> = new Set([
  'spec',
  'ingredients',
  'suitability',
  'usage',
  'size',
  'authenticity',
  'comparison',
  'other',
]);

/**
 * Indexes scripts by the meanings and characters of their examples.
 *
 * @param products what `script.product` stands for; scripts work without
 */
export function createLibrary(scripts: readonly Script[], products: readonly Product[] = []): Library {
  const examples: { owner: number; bag: Bag }[] = [];
  const vocabulary = new Map<string, number>();
  const spread: Set<number>[] = [];
  const contexts = new Map(products.map(({ id, names }) => [id, nameLetters(names)]));
  const productByLink = new Map(products.flatMap(({ id, link }) => (link ? [[link, id] as const] : [])));
  for (const [owner, script] of scripts.entries()) {
    for (const example of script.examples) {
      const words = wordsOf(sense(example));
      examples.push({ owner, bag: { words, letters: lettersOf(words) } });
      for (const token of tokensOf(words)) {
        const number = vocabulary.get(token) ?? vocabulary.size;
        if (number === vocabulary.size) {
          vocabulary.set(token, number);
          spread.push(new Set());
        }
        spread[number]!.add(owner);
      }
      if (script.product === undefined) continue;
      const goods = words.filter(isGoods).map(({ text }) => text);
      contexts.set(
        script.product,
        (contexts.get(script.product) ?? nameLetters(script.product)) + goods.join(''),
      );
    }
  }

  /** 0.4 for what every script says, 1 for what none does. */
  const rarity = (owners: number) =>
    0.4 + (0.6 * Math.log((scripts.length + 1) / (owners + 0.5))) / Math.log(2 * scripts.length + 2);
  const weigh = (word: Word): Word => {
    const number = vocabulary.get(tokenOf(word));
    return { ...word, weight: word.weight * rarity(number === undefined ? 0 : spread[number]!.size) };
  };
  const interned = new Map<string, Word>();
  for (const { bag } of examples) {
    bag.words = bag.words.map((word) => {
      const key = `${word.concept} ${word.text}`;
      const known = interned.get(key) ?? weigh(word);
      interned.set(key, known);
      return known;
    });
  }

  const { starts, postings } = indexExamples(examples, vocabulary);
  const rarities = Float32Array.from(spread, (owners) => rarity(owners.size));
  const shared = new Float32Array(examples.length);
  const best = new Float32Array(scripts.length);

  return {
    scripts,
    search(text, reading, limit = 3) {
      const asked = sense(text);
      const { intent } = reading ?? readSense(asked);
      if (intent === 'injection' || intent === 'spam') return [];
      const bound = aboutProduct.has(intent);
      const words = wordsOf(asked).map((word) => {
        const weighed = weigh(word);
        return isGoods(word) ? { ...weighed, weight: bound ? 2 : 0.5 } : weighed;
      });
      const bag: Bag = { words, letters: lettersOf(words) };
      const meant = productByLink.get(asked.slots.link ?? '');
      const named = words.filter(isGoods).map(({ text }) => text);
      const candidates: number[] = [];
      for (const example of shortlistOf(tokensOf(words))) {
        const { owner, bag: other } = examples[example]!;
        const script = scripts[owner]!;
        if (intent === 'abuse' && script.intent !== 'abuse') continue;
        if (meant !== undefined && script.product !== undefined && script.product !== meant) continue;
        const context = contexts.get(script.product ?? '') ?? '';
        if (bound && context !== '' && named.some((name) => nearness(name, context) < 0.3)) continue;
        const share = shareOf(bag, other, context);
        if (share < knowing) continue;
        const score = share + (script.intent === intent ? agreement : 0);
        if (score <= best[owner]!) continue;
        if (best[owner] === 0) candidates.push(owner);
        best[owner] = score;
      }
      candidates.sort((a, b) => best[b]! - best[a]! || a - b);
      const matches = candidates
        .slice(0, limit)
        .map((owner) => ({ script: scripts[owner]!, score: Math.min(1, best[owner]!) }));
      for (const owner of candidates) best[owner] = 0;
      return matches;
    },
  };

  /** The examples that share most with the tokens. */
  function shortlistOf(tokens: ReadonlySet<string>): number[] {
    const touched: number[] = [];
    for (const token of tokens) {
      const number = vocabulary.get(token);
      if (number === undefined) continue;
      const from = starts[number]!;
      const to = starts[number + 1]!;
      if (to - from > tooCommon * examples.length && examples.length > 2000) continue;
      const value = rarities[number]! * (token[0] === 'c' ? 3 : 1);
      for (let place = from; place < to; place++) {
        const example = postings[place]!;
        if (shared[example] === 0) touched.push(example);
        shared[example]! += value;
      }
    }
    const top = touched.length > shortlist ? strongest(touched, shared, shortlist) : touched.slice();
    for (const example of touched) shared[example] = 0;
    return top;
  }
}

function strongest(touched: number[], values: Float32Array, count: number): number[] {
  const sorted = Float32Array.from(touched, (example) => values[example]!).sort();
  const least = sorted[sorted.length - count]!;
  const above = touched.filter((example) => values[example]! > least);
  const ties = touched.filter((example) => values[example] === least);
  return above.concat(ties.slice(0, count - above.length));
}

/** Names as they stand in folded comments; ids of latin letters name nothing. */
const nameLetters = (names: string): string => fold(names).text.replace(/[a-z\d. ?]+/g, '');

const tokenOf = ({ concept, text }: Word): string => (concept >= 0 ? `c${concept}` : text);

/** What a text is found by: its meanings and its characters. */
function tokensOf(words: readonly Word[]): Set<string> {
  const tokens = new Set<string>();
  for (const word of words) {
    tokens.add(tokenOf(word));
    if (word.text[0] === '#' || (word.concept >= 0 && concepts[word.concept]!.weight < 1)) continue;
    for (const letter of word.text) tokens.add(letter);
  }
  return tokens;
}

const lettersOf = (words: readonly Word[]): string =>
  words
    .filter(({ text }) => text[0] !== '#')
    .map(({ text }) => text)
    .join('');

function indexExamples(examples: readonly { bag: Bag }[], vocabulary: ReadonlyMap<string, number>) {
  const starts = new Int32Array(vocabulary.size + 1);
  const tokens = examples.map(({ bag }) => [...tokensOf(bag.words)].map((token) => vocabulary.get(token)!));
  for (const list of tokens) for (const token of list) starts[token + 1]!++;
  for (let token = 0; token < vocabulary.size; token++) starts[token + 1]! += starts[token]!;
  const postings = new Int32Array(starts[vocabulary.size]!);
  const next = starts.slice();
  tokens.forEach((list, example) => {
    for (const token of list) postings[next[token]!++] = example;
  });
  return { starts, postings };
}
