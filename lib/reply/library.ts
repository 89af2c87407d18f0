import type { Wanted } from './inverted.ts';
import { type Bag, isGoods, isNamed, kinOf, shareOf, topicOf, type Word, wordsOf } from './match.ts';
import { createNaming } from './product-names.ts';
import { asideOf, asksPlainly } from './question.ts';
import { readSense } from './read.ts';
import type { Product } from './script-file.ts';
import { isCode, type Sense, sense } from './sense.ts';
import { lettersOf, type Shelf, shelve } from './shelve.ts';
import type { Intent, Reading, Script } from './types.ts';
import { tokensOf } from './vocabulary.ts';

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
const knowing = 0.35;
/** Who asks for nothing is answered only by a script of the same intent, or nearly the same words. */
const nearlySame = 0.75;
/** An answer to another intent must share more, */
const doubt = 0.09;
const agreement = 0.04;
/** and so must one that leaves a telling word without an answer. */
const strange = 0.02;
const usual = 1.5;
/** Beside the product's name, this much of the question must be met at all. */
const leastMet = 0.24;
/** Where the comment names no product, replies for all of them come first; where it does, that product's. */
const general = 0.03;
const named = 0.05;
/** What a product's name weighs, and where no product has it and any may be meant. */
const nameWeight = 2.6;
const looseName = 0.5;
/** A clause beside the one that asks counts for less, and so does an answer to one clause of several. */
const aside = 0.6;
const oneClause = 0.78;
/** Texts that are compared word by word. */
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
 * Indexes scripts by the meanings and characters of their examples, all at once.
 *
 * @param products what `script.product` stands for; scripts work without
 */
export function createLibrary(scripts: readonly Script[], products: readonly Product[] = []): Library {
  const steps = shelve(scripts, products);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return searchIn(step.value, scripts, products);
}

/**
 * The same in slices of some 3 ms, for a thread that has other things to do.
 *
 * @param rest waited for between two slices; it ends the work by throwing
 */
export async function createLibraryInSlices(
  scripts: readonly Script[],
  products: readonly Product[],
  rest: () => Promise<void>,
): Promise<Library> {
  const steps = shelve(scripts, products);
  let step = steps.next();
  while (!step.done) {
    await rest();
    step = steps.next();
  }
  return searchIn(step.value, scripts, products);
}

function searchIn(shelf: Shelf, scripts: readonly Script[], products: readonly Product[]): Library {
  const { index, texts, said, vocabulary, names, rarity, weigh } = shelf;
  const productByLink = new Map(products.flatMap(({ id, link }) => (link ? [[link, id] as const] : [])));
  const best = new Float32Array(scripts.length);
  const naming = createNaming(names);

  return {
    scripts,
    search(text, reading, limit = 3) {
      const asked = sense(text);
      const { intent, isQuestion } = reading ?? readSense(asked);
      if (intent === 'injection' || intent === 'spam') return [];
      const bound = aboutProduct.has(intent);
      const linked = productByLink.get(asked.slots.link ?? '');
      const plain = wordsOf(asked);
      const meant = linked === undefined ? meantBy(plain) : new Set([linked]);
      const words = plain.map((word) =>
        isGoods(word) ? { ...word, weight: bound || meant.size > 0 ? nameWeight : looseName } : weigh(word),
      );
      const beside = asideOf(asked);
      if (beside !== '') for (const word of words) if (beside.includes(word.text)) word.weight *= aside;
      const bag = { words, letters: lettersOf(words) };
      const topic = topicOf(words);
      const clauses = clausesOf(asked, words);

      const candidates: number[] = [];
      for (const place of index.nearest(wantedOf(words), shortlist)) {
        const { owner, example } = texts[place]!;
        const { product, intent: answers } = scripts[owner]!;
        if (intent === 'abuse' && answers !== 'abuse') continue;
        if (linked !== undefined && product !== undefined && product !== linked) continue;
        const context = product === undefined ? none : names.get(product)!;
        if (context.length > 0 && topic !== null && !meant.has(product!) && !isNamed(topic, context))
          continue;
        let { share, covered, unmet } = shareOf(bag, example, said[owner]!, context);
        for (const clause of clauses) {
          const part = shareOf(clause, example, said[owner]!, context);
          if (part.share * oneClause <= share) continue;
          share = part.share * oneClause;
          covered = Math.max(covered, part.covered);
          unmet = part.unmet;
        }
        if (covered < leastMet) continue;
        const needed = enough(answers === intent, isQuestion, intent) + strange * Math.max(0, unmet - usual);
        if (share < needed) continue;
        let score = share;
        if (answers === intent) score += agreement;
        if (meant.size > 0) score += product !== undefined && meant.has(product) ? named : 0;
        else if (product === undefined) score += general;
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

  /** The products that a comment names. */
  function meantBy(words: readonly Word[]): Set<string> {
    const found = new Set<string>();
    for (const word of words)
      if (isGoods(word) || (word.concept < 0 && !isCode.test(word.text) && word.text[0] !== '#'))
        for (const product of naming(word.text)) found.add(product);
    return found;
  }

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

const none: readonly string[] = [];

/** The asking clauses of a comment that has several: 减震咋样 小区路烂. */
function clausesOf({ text, asking }: Sense, words: readonly Word[]): Bag[] {
  if (!text.includes(' ')) return [];
  return text
    .split(/[ ?]+/)
    .filter((clause) => clause.length > 1 && (asking.includes(clause) || asksPlainly(clause)))
    .map((clause) => words.filter((word) => clause.includes(word.text)))
    .filter((own) => own.length < words.length && own.some((word) => word.weight >= 1))
    .map((own) => ({ words: own, letters: lettersOf(own) }));
}

/** How much must be shared: less where the intents agree, more where nothing is asked. */
function enough(agreed: boolean, isQuestion: boolean, intent: Intent): number {
  if (agreed) return knowing;
  if (isQuestion) return knowing + doubt;
  return idle.has(intent) ? nearlySame : knowing + 2 * doubt;
}
