import { invert, type Wanted } from './inverted.ts';
import { type Bag, isGoods, isNamed, kinOf, shareOf, type Word, wordsOf } from './match.ts';
import { namesByProduct } from './product-names.ts';
import { readSense } from './read.ts';
import type { Product } from './script-file.ts';
import { sense } from './sense.ts';
import type { Intent, Reading, Script } from './types.ts';
import { createVocabulary, rarityAmong, tokenOf, tokensOf } from './vocabulary.ts';

interface Match {
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
const knowing = 0.38;
/** Who asks for nothing is answered only by a script of the same intent, or nearly the same words. */
const nearlySame = 0.8;
/** An answer to another intent must share more. */
const doubt = 0.08;
const agreement = 0.04;
/** Where the comment names no product, replies for all of them come first. */
const general = 0.03;
/** Examples that are compared word by word. */
const shortlist = 64;
/** What a shared meaning, a related one and a shared character are worth on the way to the shortlist. */
const worth = { meaning: 3, kin: 1.2, letter: 1 } as const;

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

const idle: ReadonlySet<Intent> = new Set(['praise', 'greeting', 'vote', 'other']);

/**
 * Indexes scripts by the meanings and characters of their examples.
 *
 * @param products what `script.product` stands for; scripts work without
 */
export function createLibrary(scripts: readonly Script[], products: readonly Product[] = []): Library {
  const bags: Bag[] = [];
  const owners: number[] = [];
  const tokens: number[][] = [];
  const vocabulary = createVocabulary();
  for (const [owner, script] of scripts.entries()) {
    for (const example of script.examples) {
      const words = wordsOf(sense(example));
      owners.push(owner);
      bags.push({ words, letters: lettersOf(words) });
      tokens.push(tokensOf(words).map((token) => vocabulary.add(token, owner)));
    }
  }
  const index = invert(tokens, vocabulary.size());
  const contexts = namesByProduct(scripts, products, (example) => bags[example]!);
  const productByLink = new Map(products.flatMap(({ id, link }) => (link ? [[link, id] as const] : [])));

  const rarity = rarityAmong(scripts.length);
  const weigh = (word: Word): Word => ({ ...word, weight: word.weight * rarityOf(word) });
  /** A word that no script has is as rare as its characters. */
  const rarityOf = ({ concept, text }: Word): number => {
    if (concept >= 0 || vocabulary.get(text) !== undefined)
      return rarity(vocabulary.spread(tokenOf({ concept, text })));
    let sum = 0;
    for (const letter of text) sum += rarity(vocabulary.spread(letter));
    return sum / text.length;
  };
  const known = new Map<string, Word>();
  for (const bag of bags) {
    bag.words = bag.words.map((word) => {
      const key = `${word.concept} ${word.text}`;
      const weighed = known.get(key) ?? weigh(word);
      known.set(key, weighed);
      return weighed;
    });
  }
  const unions = unite(bags, owners, scripts.length);
  const best = new Float32Array(scripts.length);

  return {
    scripts,
    search(text, reading, limit = 3) {
      const asked = sense(text);
      const { intent, isQuestion } = reading ?? readSense(asked);
      if (intent === 'injection' || intent === 'spam') return [];
      const bound = aboutProduct.has(intent);
      const words = wordsOf(asked).map((word) =>
        isGoods(word) ? { ...word, weight: bound ? 2 : 0.5 } : weigh(word),
      );
      const bag: Bag = { words, letters: lettersOf(words) };
      const goods = bound ? words.filter(isGoods) : [];
      const named = words.some(isGoods);
      const linked = productByLink.get(asked.slots.link ?? '');

      const candidates: number[] = [];
      for (const example of index.nearest(wantedOf(words), shortlist)) {
        const owner = owners[example]!;
        const { product, intent: answers } = scripts[owner]!;
        if (intent === 'abuse' && answers !== 'abuse') continue;
        if (linked !== undefined && product !== undefined && product !== linked) continue;
        const context = product === undefined ? [] : contexts.get(product)!;
        if (context.length > 0 && goods.some((word) => !isNamed(word.text, context))) continue;
        const share = shareOf(bag, bags[example]!, unions[owner]!, context);
        if (share < enough(answers === intent, isQuestion, intent)) continue;
        const score =
          share + (answers === intent ? agreement : 0) + (product === undefined && !named ? general : 0);
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

  function wantedOf(words: readonly Word[]): Wanted[] {
    const wanted = new Map<number, number>();
    const want = (name: string, value: number) => {
      const token = vocabulary.get(name);
      if (token === undefined) return;
      wanted.set(token, Math.max(wanted.get(token) ?? 0, value * rarity(vocabulary.spread(name))));
    };
    for (const token of tokensOf(words)) want(token, token[0] === 'c' ? worth.meaning : worth.letter);
    for (const { concept } of words) for (const kin of kinOf(concept)) want(`c${kin}`, worth.kin);
    return Array.from(wanted, ([token, value]) => ({ token, value }));
  }
}

/** What all examples of a script say together. */
function unite(bags: readonly Bag[], owners: readonly number[], count: number): Bag[] {
  const unions: { words: Set<Word>; letters: Set<string> }[] = Array.from({ length: count }, () => ({
    words: new Set(),
    letters: new Set(),
  }));
  for (const [example, bag] of bags.entries()) {
    const union = unions[owners[example]!]!;
    for (const word of bag.words) union.words.add(word);
    for (const letter of bag.letters) union.letters.add(letter);
  }
  return unions.map(({ words, letters }) => ({ words: [...words], letters: [...letters].join('') }));
}

/** How much must be shared: less where the intents agree, more where nothing is asked. */
function enough(agreed: boolean, isQuestion: boolean, intent: Intent): number {
  if (agreed) return knowing;
  if (isQuestion) return knowing + doubt;
  return idle.has(intent) ? nearlySame : knowing + 2 * doubt;
}

const lettersOf = (words: readonly Word[]): string =>
  words
    .filter(({ text }) => text[0] !== '#')
    .map(({ text }) => text)
    .join('');
