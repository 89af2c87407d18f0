import { concepts } from './concepts.ts';
import type { Bag, Word } from './match.ts';
import { createStamps } from './numbering.ts';

export type Vocabulary = ReturnType<typeof createVocabulary>;

/** Numbers tokens and counts in how many scripts each stands. */
export function createVocabulary() {
  const numbers = new Map<string, number>();
  const isFresh = createStamps();
  const spreads: number[] = [];
  return {
    size: () => numbers.size,
    get: (token: string) => numbers.get(token),
    spread: (token: string) => spreads[numbers.get(token) ?? -1] ?? 0,
    add(token: string): number {
      let number = numbers.get(token);
      if (number === undefined) {
        number = spreads.push(0) - 1;
        numbers.set(token, number);
      }
      return number;
    },
    /** counts a script that has it, once however often it is told */
    count(number: number, owner: number): void {
      if (isFresh(number, owner)) spreads[number]!++;
    },
  };
}

/** 0.4 for what every script says, 1 for what none does. */
export const rarityAmong = (scripts: number) => {
  const scale = 0.6 / Math.log(2 * scripts + 2);
  return (spread: number): number => 0.4 + scale * Math.log((scripts + 1) / (spread + 0.5));
};

/** What a word is found by. */
export const tokenOf = ({ concept, text }: Pick<Word, 'concept' | 'text'>): string =>
  concept >= 0 ? `c${concept}` : text;

/** What an aspect is found by. */
export const aspectToken = (aspect: number): string => `a${aspect}`;

/** What a meaning that a text leans to is found by. */
export const leaningToken = (meaning: number): string => `l${meaning}`;

/** What a text is found by: its aspects, its meanings and its characters, each once. */
export function tokensOf({ words, aspects }: Omit<Bag, 'letters'>): string[] {
  const tokens = new Set(aspects.map(aspectToken));
  for (const word of words) for (const token of wordTokens(word)) tokens.add(token);
  return [...tokens];
}

/** What a word is found by: its meaning and its characters. */
export const wordTokens = (word: Word): string[] =>
  word.text[0] === '#' || (word.concept >= 0 && concepts[word.concept]!.weight < 1)
    ? [tokenOf(word)]
    : [tokenOf(word), ...word.text];
