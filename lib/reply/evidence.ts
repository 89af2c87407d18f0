import { createAlike, type Letters, type Likeness } from './alike.ts';
import { type AskedAspect, aspectShare } from './aspect-share.ts';
import { aspectsOf } from './aspects.ts';
import { clausesOf } from './clauses.ts';
import { type Evidence, realmOf } from './judge.ts';
import { type Bag, isGoods, isNamed, shareOf, topicOf, type Word, wordsOf } from './match.ts';
import { besideNames, createNaming } from './product-names.ts';
import { asideOf } from './question.ts';
import { readSense } from './read.ts';
import { foundBy, lettersOf } from './reader.ts';
import type { Product } from './script-file.ts';
import { isCode, sense } from './sense.ts';
import type { Shelf } from './shelve.ts';
import type { Intent, Reading, Script } from './types.ts';
import { createWanting } from './wanted.ts';

/** A script that may answer, by its place, with what speaks for it. */
export interface Candidate {
  owner: number;
  evidence: Evidence;
}

/** What a product's name weighs, and where no product has it and any may be meant. */
const nameWeight = 2.6;
const looseName = 0.5;
/** A clause beside the one that asks counts for less, and so does an answer to one clause of several. */
const aside = 0.6;
const oneClause = 0.78;
/** Texts that are compared word by word: so many by what they mean, and the scripts that echo most. */
const shortlist = 40;
const echoes = 16;
/** So many scripts of a product that is named, or of all, are looked at without a likeness. */
const wholly = 48;

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

/** Gathers what speaks for each script that may answer a comment. */
export function createWeighing(shelf: Shelf, scripts: readonly Script[], products: readonly Product[]) {
  const { index, texts, said, echo, starts, names, weigh, weighAspect, leanings, leaner } = shelf;
  const productByLink = new Map(products.flatMap(({ id, link }) => (link ? [[link, id] as const] : [])));
  const naming = createNaming(names);
  const { rarityOfGram, wantedEcho, wantedOf } = createWanting(shelf, scripts.length);
  const alike = createAlike(rarityOfGram);
  const everyone = scripts.length <= wholly ? [...scripts.keys()] : none;
  const byProduct = new Map<string, number[]>();
  for (const [owner, { product }] of scripts.entries()) {
    if (product === undefined) continue;
    const own = byProduct.get(product);
    if (own) own.push(owner);
    else byProduct.set(product, [owner]);
  }

  return (text: string, reading?: Reading): Candidate[] => {
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
    const asides = new Set(beside === '' ? [] : aspectsOf(beside, []));
    const rest = besideNames(asked.text, meant, names);
    const found =
      rest === asked.text
        ? asked.aspects
        : aspectsOf(
            rest,
            asked.terms.filter(({ text: word }) => rest.includes(word)),
          );
    const aspects = found.map(
      (aspect): AskedAspect => ({ aspect, weight: weighAspect(aspect) * (asides.has(aspect) ? aside : 1) }),
    );
    const bag = { words, letters: lettersOf(words), aspects: aspects.map(({ aspect }) => aspect) };
    const topic = topicOf(words);
    const clauses = clausesOf(asked, words);
    const letters = alike.ask(besideNames(bag.letters, meant, names).replaceAll(' ', ''));
    // what was typed as pinyin, or misspelt, leans by the letters it stands for
    const spelled = plain.map(({ text: word }) => (asked.text.includes(word) ? '' : word)).join(' ');
    const leaning = leaner.ask(`${rest} ${spelled}`, foundBy);

    const wanted = wantedEcho(rest);
    const echoed = echo.weigh(wanted.grams, echoes);
    const loudest = echoed.found.reduce((most, owner) => Math.max(most, echoed.values[owner]!), 0);

    const places = new Map<number, number[]>(echoed.found.map((owner) => [owner, []]));
    for (const place of index.nearest(wantedOf(bag, leaning.strongest), shortlist)) {
      const { owner } = texts[place]!;
      places.set(owner, [...(places.get(owner) ?? []), place]);
    }
    for (const owner of everyone) if (!places.has(owner)) places.set(owner, []);
    for (const product of meant)
      if (places.size < 2 * wholly)
        for (const owner of byProduct.get(product) ?? none) if (!places.has(owner)) places.set(owner, []);
    const candidates: Candidate[] = [];
    for (const [owner, near] of places) {
      const { product, intent: answers } = scripts[owner]!;
      if (intent === 'abuse' && answers !== 'abuse') continue;
      if (linked !== undefined && product !== undefined && product !== linked) continue;
      const context = product === undefined ? none : names.get(product)!;
      if (context.length > 0 && topic !== null && !meant.has(product!) && !isNamed(topic, context)) continue;
      const { likeness, at } = likest(owner, letters);
      if (near.length === 0) near.push(at);
      const { share, covered, place } = closest(near, bag, clauses, context);
      candidates.push({
        owner,
        evidence: {
          share,
          shareBeside: 0,
          leaningBeside: 0,
          covered,
          heard: wanted.total === 0 ? 0 : Math.min(1, echoed.values[owner]! / wanted.total),
          // said twice, in example and reply, is no better than asked outright
          loud: loudest === 0 ? 0 : Math.min(1, echoed.values[owner]! / Math.min(loudest, wanted.total)),
          ...likeness,
          ...leant(owner, leaning.beside),
          ...aspectShare(aspects, said[owner]!, (texts[place]!.example ?? said[owner]!.examples).aspects),
          isPlain: aspects.length > 0,
          agreed: answers === intent,
          sameRealm: realmOf(answers) === realmOf(intent),
          isQuestion,
          intent,
          isNamed: meant.size > 0,
          isMeant: product !== undefined && meant.has(product),
          isGeneral: product === undefined,
          isBound: bound,
          isStranger: topic !== null && meant.size === 0,
        },
      });
    }
    echoed.forget();
    compare(candidates);
    return candidates;
  };

  /** The best that one of these texts says to the comment, or to one of its clauses. */
  function closest(places: readonly number[], bag: Bag, clauses: readonly Bag[], context: readonly string[]) {
    let share = 0;
    let covered = 0;
    let best = places[0]!;
    for (const place of places) {
      const { owner, example } = texts[place]!;
      const whole = shareOf(bag, example, said[owner]!, context);
      if (whole.share > share) {
        ({ share, covered } = whole);
        best = place;
      }
      for (const clause of clauses) {
        const part = shareOf(clause, example, said[owner]!, context);
        if (part.share * oneClause <= share) continue;
        share = part.share * oneClause;
        covered = Math.max(covered, part.covered);
        best = place;
      }
    }
    return { share, covered, place: best };
  }

  /** The text of a script that is written most like the comment. */
  function likest(owner: number, letters: Letters): { likeness: Likeness; at: number } {
    let likeness: Likeness = { met: 0, used: 0, paired: 0 };
    let most = 0;
    let at = starts[owner]!;
    for (let place = at; place < (starts[owner + 1] ?? texts.length); place++) {
      const { example } = texts[place]!;
      if (!example) continue;
      const found = letters.compare(example.letters);
      const sum = found.met + found.used + found.paired;
      if (sum > most) [likeness, most, at] = [found, sum, place];
    }
    return { likeness, at };
  }

  /** How far the examples of a script, and its own text, lean the way of the comment. */
  function leant(owner: number, lean: (place: number) => number): { leaning: number; leantReply: number } {
    const end = (starts[owner + 1] ?? texts.length) - 1;
    let most = 0;
    for (let place = starts[owner]!; place < end; place++) most = Math.max(most, lean(leanings[place]!));
    return { leaning: most, leantReply: lean(leanings[end]!) };
  }

  /** The products that a comment names. */
  function meantBy(words: readonly Word[]): Set<string> {
    const found = new Set<string>();
    for (const word of words)
      if (isGoods(word) || (word.concept < 0 && !isCode.test(word.text) && word.text[0] !== '#'))
        for (const product of naming(word.text)) found.add(product);
    return found;
  }
}

/** Fills in what each has beside the one that has most. */
function compare(candidates: readonly Candidate[]): void {
  let share = 0;
  let leaning = 0;
  for (const { evidence } of candidates) {
    share = Math.max(share, evidence.share);
    leaning = Math.max(leaning, evidence.leaning);
  }
  for (const { evidence } of candidates) {
    if (share > 0) evidence.shareBeside = evidence.share / share;
    if (leaning > 0) evidence.leaningBeside = evidence.leaning / leaning;
  }
}

const none: readonly never[] = [];
