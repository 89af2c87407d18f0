import { createEcho } from './echo.ts';
import { fold } from './fold.ts';
import { createGramBook, type GramBook } from './grams.ts';
import { type Inverted, invert } from './inverted.ts';
import { createLeaning, type Leaning } from './leaning.ts';
import { type Bag, topicOf, type Word } from './match.ts';
import { namesByProduct } from './product-names.ts';
import { createReader, type Read } from './reader.ts';
import type { Product } from './script-file.ts';
import type { Script } from './types.ts';
import { aspectToken, createVocabulary, rarityAmong, tokenOf, type Vocabulary } from './vocabulary.ts';

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
  /** by text: where `leaner` keeps what its characters lean to */
  leanings: readonly number[];
  leaner: Leaning;
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
  /** by text: the run of what it is found by */
  const tokens: number[] = [];
  const said: Said[] = [];
  const vocabulary = createVocabulary();
  const grams = createGramBook();
  const leaner = yield* createLeaning();
  const leanings: number[] = [];
  const reader = createReader(vocabulary, grams, leaner);
  const echo = createEcho(grams, reader.grams);
  const starts: number[] = [];
  const named = new Map<string, number>();
  for (const { id, names } of products) named.set(id, reader.gramsIn(fold(names).text));
  let turn = 0;
  for (const [owner, script] of scripts.entries()) {
    starts.push(texts.length);
    const examples = script.examples.map(reader.readExample);
    for (const example of examples) {
      texts.push({ owner, example: example.bag });
      leanings.push(example.leaning);
      tokens.push(example.tokens);
      reader.countTokens(example, owner);
      echo.ask(example.grams, owner);
    }
    const reply = reader.read(script.text.replace(/\{[^}]*\}/g, ' '));
    texts.push({ owner, example: null });
    leanings.push(reply.leaning);
    // a reply's words are no rarer for what is asked
    tokens.push(reply.tokens);
    said.push(saidBy(examples, reply));
    echo.tell(reply.grams, owner);
    const name = named.get(script.product ?? '');
    if (name !== undefined) echo.tell(name, owner);
    echo.end();
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
  const index = invert(reader.tokens, tokens, vocabulary.size());
  yield scripts.length;
  const echoes = echo.invert();
  yield scripts.length;
  return {
    index,
    texts,
    leanings,
    leaner,
    said,
    echo: echoes,
    grams,
    starts,
    vocabulary,
    names: namesByProduct(scripts, products, said),
    rarity,
    weigh: (word) => ({ ...word, weight: word.weight * rarityOf(word) }),
    weighAspect: (aspect) => rarity(vocabulary.spread(aspectToken(aspect))),
  };
}

/** What a script says; its examples are put together when somebody compares them. */
function saidBy(examples: readonly Read[], reply: Read): Said {
  const bags = examples.map(({ bag }) => bag);
  let united: Bag | null = null;
  return {
    get examples() {
      united ??= unite(bags);
      return united;
    },
    reply: reply.bag,
    topics: bags.flatMap(({ words }) => topicOf(words) ?? []),
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
