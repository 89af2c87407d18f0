import { type GramBook, gramsOf } from './grams.ts';
import type { Leaning } from './leaning.ts';
import { type Bag, type Word, wordsOf } from './match.ts';
import { createStamps } from './numbering.ts';
import { createRuns } from './runs.ts';
import { sense } from './sense.ts';
import { aspectToken, leaningToken, type Vocabulary, wordTokens } from './vocabulary.ts';

/** A text taken apart, once however many scripts say it. */
export interface Read {
  bag: Bag;
  /** the run of what it is found by, and that of its characters and pairs; each once */
  tokens: number;
  grams: number;
  /** where its leaning is kept */
  leaning: number;
}

/** Takes texts apart; equal words are one object, so that one weight serves for all. */
export function createReader(vocabulary: Vocabulary, book: GramBook, leaner: Leaning) {
  const known = new Map<string, Read>();
  const examples = new Map<string, Read>();
  const words = new Map<number, Map<string, Word>>();
  const tokensByWord = new Map<Word, readonly number[]>();
  const tokens = createRuns();
  const grams = createRuns();
  const isNewToken = createStamps();
  const isNewGram = createStamps();
  /** told apart from each other by their runs' numbers to be */
  let texts = 0;

  const intern = (word: Word): Word => {
    const same = words.get(word.concept) ?? new Map<string, Word>();
    if (same.size === 0) words.set(word.concept, same);
    const before = same.get(word.text);
    if (before) return before;
    same.set(word.text, word);
    tokensByWord.set(word, wordTokens(word).map(vocabulary.add));
    return word;
  };
  const note = (token: number) => {
    if (isNewToken(token, texts)) tokens.push(token);
  };
  const tokensIn = ({ words, aspects }: Bag, leaning?: number): number => {
    if (leaning !== undefined)
      for (const meaning of leaner.meaningsOf(leaning, foundBy)) note(vocabulary.add(leaningToken(meaning)));
    for (const aspect of aspects) note(vocabulary.add(aspectToken(aspect)));
    for (const word of words) for (const token of tokensByWord.get(word)!) note(token);
    return tokens.end();
  };
  const gramsIn = (text: string): number => {
    texts++;
    for (const gram of gramsOf(text)) {
      const number = book.add(gram);
      if (isNewGram(number, texts)) grams.push(number);
    }
    return grams.end();
  };
  let owner = 0;
  const count = (token: number) => vocabulary.count(token, owner);
  return {
    tokens,
    grams,
    gramsIn,
    words: () => tokensByWord.keys(),
    /** counts what an example is found by for its script */
    countTokens(example: Read, of: number): void {
      owner = of;
      tokens.each(example.tokens, count);
    },
    read: (text: string) => read(text, known),
    /** the same of what is asked, which is found by its leaning too */
    readExample: (text: string) => read(text, examples),
  };

  function read(text: string, among: Map<string, Read>): Read {
    const before = among.get(text);
    if (before) return before;
    const sensed = sense(text);
    const own = wordsOf(sensed).map(intern);
    const bag = { words: own, letters: lettersOf(own), aspects: sensed.aspects };
    const leaning = leaner.keep(sensed.text);
    const grams = gramsIn(sensed.text);
    const made = { bag, grams, tokens: tokensIn(bag, among === examples ? leaning : undefined), leaning };
    among.set(text, made);
    return made;
  }
}

/** A text is found by so many of the meanings that it leans to. */
export const foundBy = 3;

/** The characters of words; slots have none. */
export const lettersOf = (words: readonly Word[]): string => {
  let letters = '';
  for (const { text } of words) if (text[0] !== '#') letters += text;
  return letters;
};
