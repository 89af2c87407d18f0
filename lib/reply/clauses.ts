import type { Bag, Word } from './match.ts';
import { asksPlainly } from './question.ts';
import { lettersOf } from './reader.ts';
import type { Sense } from './sense.ts';

/** The asking clauses of a comment that has several: 减震咋样 小区路烂. */
export function clausesOf({ text, asking }: Sense, words: readonly Word[]): Bag[] {
  if (!text.includes(' ')) return [];
  return text
    .split(/[ ?]+/)
    .filter((clause) => clause.length > 1 && (asking.includes(clause) || asksPlainly(clause)))
    .map((clause) => words.filter((word) => clause.includes(word.text)))
    .filter((own) => own.length < words.length && own.some((word) => word.weight >= 1))
    .map((own) => ({ words: own, letters: lettersOf(own), aspects: [] }));
}
