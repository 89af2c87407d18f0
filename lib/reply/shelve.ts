import { fold } from './fold.ts';
import { createGramBook, type GramBook, gramsOf } from './grams.ts';
import { type Inverted, invert } from './inverted.ts';
import { type Bag, topicOf, type Word, wordsOf } from './match.ts';
import { namesByProduct } from './product-names.ts';
import type { Product } from './script-file.ts';
import { sense } from './sense.ts';
import type { Script } from './types.ts';
import {
  aspectToken,
  createVocabulary,
  rarityAmong,
  tokenOf,
  tokensOf,
  type Vocabulary,
} from './vocabulary.ts';

/** What a script says: all its examples together, and its own text. */
export interface Said {
  examples: Bag;
  reply: Bag;
  /** the goods its examples begin with */
  topics: readonly string[];
}

/** Scripts as the search needs them. */
export interface Shelf {
  /** finds texts by their tokens: examples, and the replies themselves */
  index: Inverted;
  /** by text: the script's place, and its example; null for a reply, which asks nothing */
  texts: readonly { owner: number; example: Bag | null }[];
  /** by script */
  said: readonly Said[];
  vocabulary: Vocabulary;
  /** by product: what it is called */
  names: ReadonlyMap<string, readonly string[]>;
  /** by script: finds them by the characters and pairs in their examples, and in reply and product's names */
  echo: Inverted;
  grams: GramBook;
  /** by script: where its texts begin */
  starts: readonly number[];
  /** how much a token in so many scripts tells */
  rarity(spread: number): number;
  /** a word with its weight among these scripts */
  weigh(word: Word): Word;
  /** how much an aspect tells among these scripts */
  weighAspect(aspect: number): number;
}

/** So many texts are read between two rests: a few ms. */
const slice = 150;

/** Reads scripts in slices: each step does one and tells how many were read, the last returns the shelf. */
export function* shelve(scripts: readonly Script[], products: readonly Product[]): Generator<number, Shelf> {
  const texts: { owner: number; example: Bag | null }[] = [];
  const tokens: number[][] = [];
  const said: Said[] = [];
  const vocabulary = createVocabulary();
  const reader = createReader();
  const grams = createGramBook();
  const echoes: number[][] = [];
  const starts: number[] = [];
  const named = new Map(products.map(({ id, names }) => [id, fold(names).text]));
  let turn = 0;
  for (const [owner, script] of scripts.entries()) {
    starts.push(texts.length);
    const examples = script.examples.map(reader.read);
    for (const example of examples) {
      texts.push({ owner, example });
      tokens.push(tokensOf(example).map((token) => vocabulary.add(token, owner)));
    }
    const text = script.text.replace(/\{[^}]*\}/g, ' ');
    const reply = reader.read(text);
    texts.push({ owner, example: null });
    // a reply's words are no rarer for what is asked
    tokens.push(tokensOf(reply).map((token) => vocabulary.add(token)));
    said.push({
      examples: unite(examples),
      reply,
      topics: examples.flatMap(({ words }) => topicOf(words) ?? []),
    });
    const asked = new Set<number>();
    for (const example of script.examples)
      for (const gram of gramsOf(reader.folded(example))) asked.add(2 * grams.add(gram, owner));
    const told = `${reader.folded(text)} ${named.get(script.product ?? '') ?? ''}`;
    for (const gram of gramsOf(told)) asked.add(2 * grams.add(gram, owner) + 1);
    echoes.push([...asked]);
    turn += examples.length + 1;
    if (turn < slice) continue;
    turn = 0;
    yield owner + 1;
  }
  const rarity = rarityAmong(scripts.length);
  /** A word that no script has is as rare as its characters. */
  const rarityOf = ({ concept, text }: Word): number => {
    if (concept >= 0 || vocabulary.get(text) !== undefined)
      return rarity(vocabulary.spread(tokenOf({ concept, text })));
    let sum = 0;
    for (const letter of text) sum += rarity(vocabulary.spread(letter));
    return sum / text.length;
  };
  for (const word of reader.words()) word.weight *= rarityOf(word);
  yield scripts.length;
  const index = invert(tokens, vocabulary.size());
  yield scripts.length;
  return {
    index,
    texts,
    said,
    echo: invert(echoes, 2 * grams.size()),
    grams,
    starts,
    vocabulary,
    names: namesByProduct(scripts, products, said),
    rarity,
    weigh: (word) => ({ ...word, weight: word.weight * rarityOf(word) }),
    weighAspect: (aspect) => rarity(vocabulary.spread(aspectToken(aspect))),
  };
}

/** Takes texts apart, each once; equal words are one object, so that one weight serves for all. */
function createReader() {
  const bags = new Map<string, Bag>();
  const texts = new Map<string, string>();
  const words = new Map<string, Word>();
  const intern = (word: Word): Word => {
    const key = `${word.concept} ${word.text}`;
    const known = words.get(key);
    if (known === undefined) words.set(key, word);
    return known ?? word;
  };
  return {
    words: () => words.values(),
    /** a text that was read, as `fold` spells it */
    folded: (text: string): string => texts.get(text)!,
    read(text: string): Bag {
      const known = bags.get(text);
      if (known) return known;
      const sensed = sense(text);
      texts.set(text, sensed.text);
      const own = wordsOf(sensed).map(intern);
      const bag = { words: own, letters: lettersOf(own), aspects: sensed.aspects };
      bags.set(text, bag);
      return bag;
    },
  };
}

function unite(bags: readonly Bag[]): Bag {
  const words = new Set<Word>();
  const letters = new Set<string>();
  for (const bag of bags) {
    for (const word of bag.words) words.add(word);
    for (const letter of bag.letters) letters.add(letter);
  }
  const aspects = new Set(bags.flatMap((bag) => bag.aspects));
  return { words: [...words], letters: [...letters].join(''), aspects: [...aspects] };
}

/** The characters of words; slots have none. */
export const lettersOf = (words: readonly Word[]): string => {
  let letters = '';
  for (const { text } of words) if (text[0] !== '#') letters += text;
  return letters;
};
