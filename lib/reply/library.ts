import { gramsOf } from './grams.ts';
import type { Wanted } from './inverted.ts';
import { bar, closeness, type Evidence, softBar, sureness } from './judge.ts';
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

/** What a product's name weighs, and where no product has it and any may be meant. */
const nameWeight = 2.6;
const looseName = 0.5;
/** A clause beside the one that asks counts for less, and so does an answer to one clause of several. */
const aside = 0.6;
const oneClause = 0.78;
/** Texts that are compared word by word: so many by what they mean, and the scripts that echo most. */
const shortlist = 48;
const echoes = 16;
/** What a character or pair is worth that only the reply or the product's name has. */
const told = 0.55;
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
 * The same in slices of a few ms, for a thread that has other things to do.
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
  const { index, texts, said, echo, grams, starts, vocabulary, names, rarity, weigh } = shelf;
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

      const wanted = wantedEcho(asked.text);
      const echoed = echo.weigh(wanted.grams, echoes);
      const loudest = echoed.found.reduce((most, owner) => Math.max(most, echoed.values[owner]!), 0);

      const candidates: number[] = [];
      let surest = 0;
      const judge = (place: number) => {
        const { owner, example } = texts[place]!;
        const { product, intent: answers } = scripts[owner]!;
        if (intent === 'abuse' && answers !== 'abuse') return;
        if (linked !== undefined && product !== undefined && product !== linked) return;
        const context = product === undefined ? none : names.get(product)!;
        if (context.length > 0 && topic !== null && !meant.has(product!) && !isNamed(topic, context)) return;
        let { share, covered } = shareOf(bag, example, said[owner]!, context);
        for (const clause of clauses) {
          const part = shareOf(clause, example, said[owner]!, context);
          if (part.share * oneClause <= share) continue;
          share = part.share * oneClause;
          covered = Math.max(covered, part.covered);
        }
        const evidence: Evidence = {
          share,
          covered,
          heard: wanted.total === 0 ? 0 : echoed.values[owner]! / wanted.total,
          loud: loudest === 0 ? 0 : echoed.values[owner]! / loudest,
          agreed: answers === intent,
          isQuestion,
          intent,
          isNamed: meant.size > 0,
          isMeant: product !== undefined && meant.has(product),
          isGeneral: product === undefined,
          isStranger: topic !== null && meant.size === 0,
        };
        const sure = sureness(evidence);
        if (sure < softBar) return;
        surest = Math.max(surest, sure);
        const score = closeness(evidence);
        if (score <= best[owner]!) return;
        if (best[owner] === 0) candidates.push(owner);
        best[owner] = score;
      };
      const seen = new Set<number>();
      for (const place of index.nearest(wantedOf(words), shortlist)) {
        seen.add(texts[place]!.owner);
        judge(place);
      }
      for (const owner of echoed.found) {
        if (seen.has(owner)) continue;
        for (let place = starts[owner]!; place < (starts[owner + 1] ?? texts.length); place++) judge(place);
      }
      echoed.forget();
      candidates.sort((a, b) => best[b]! - best[a]! || a - b);
      const matches = (surest < bar ? [] : candidates)
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

  /** The characters and pairs of a text by their rarity, and what all of them are worth. */
  function wantedEcho(text: string): { grams: Wanted[]; total: number } {
    const found: Wanted[] = [];
    let total = 0;
    for (const gram of new Set(gramsOf(text))) {
      const number = grams.numberOf(gram);
      const spread = number === undefined ? 0 : grams.spread(number);
      const value = Math.log(1 + (scripts.length - spread + 0.5) / (spread + 0.5));
      total += value;
      if (number === undefined) continue;
      found.push({ token: 2 * number, value }, { token: 2 * number + 1, value: value * told });
    }
    return { grams: found, total };
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
