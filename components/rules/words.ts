import type { Phrase, Term } from '../../lib/compliance/types.ts';
import type { ListContent } from '../../lib/lists/word-list.ts';
import { isTerm } from './tree-rows.ts';

/** A list with a word in it; one that was there is replaced where it stands. */
export function withWord(content: ListContent, word: Term | Phrase): ListContent {
  const part = isTerm(word) ? 'terms' : 'allow';
  const words: readonly (Term | Phrase)[] = content[part];
  const isKnown = words.some(({ text }) => text === word.text);
  const changed = isKnown ? words.map((one) => (one.text === word.text ? word : one)) : [word, ...words];
  return { ...content, [part]: changed };
}

/** A list without a word. */
export function withoutWord(content: ListContent, word: Term | Phrase): ListContent {
  const part = isTerm(word) ? 'terms' : 'allow';
  const words: readonly (Term | Phrase)[] = content[part];
  return { ...content, [part]: words.filter(({ text }) => text !== word.text) };
}
