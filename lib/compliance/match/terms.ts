import type { Candidate } from './scanner.ts';
import { tokenAt } from './tokens.ts';
import type { WordReader } from './words.ts';

/** Terms of one list by the words that they are: made once for what a list holds, however it is switched. */
export interface Terms {
  /** by word, the last term that is it, or -1 */
  byWord: Int32Array;
  /** by term, the one before that is the same word, or -1 */
  same: Int32Array;
}

/** `words` by term, -1 where nothing of it is a letter. */
export function termsOf(words: readonly number[]): Terms {
  let most = -1;
  for (const word of words) if (word > most) most = word;
  const byWord = new Int32Array(most + 1).fill(-1);
  const same = new Int32Array(words.length).fill(-1);
  words.forEach((word, term) => {
    if (word === -1) return;
    same[term] = byWord[word]!;
    byWord[word] = term;
  });
  return { byWord, same };
}

/** Adds the terms that were read and are on; each is a rule, `rule` that of the first. */
export function takeTerms(
  { byWord, same }: Terms,
  rule: number,
  { tokens, isToken }: Pick<WordReader, 'tokens' | 'isToken'>,
  found: Candidate[],
  isOff?: (term: number) => boolean,
): void {
  for (let index = 0; index < tokens.count; index++) {
    let term = byWord[tokens.word[index]!] ?? -1;
    if (term !== -1 && !isToken(index)) continue;
    for (; term !== -1; term = same[term]!) {
      if (isOff?.(term)) continue;
      const token = tokenAt(tokens, index);
      found.push({ start: token.start, end: token.end, tokens: [token], rule: rule + term, order: 0 });
    }
  }
}
