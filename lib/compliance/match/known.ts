import type { ParsedRule } from '../read-rules.ts';
import { isOfRareLetters } from './anchor.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * Adds to the words that readers know by one of their letters those of the rules, and gives the ones among them that
 * are known so only beside no other word.
 */
export function addKnown(
  rules: readonly ParsedRule[],
  { members, meant, words }: Lexicon,
  known: Set<string>,
): ReadonlySet<string> {
  const rare = new Set<string>();
  // many rules share a class
  const alone = new Set<number>();
  const joined = new Set<number>();
  for (const { veil, severity, category, patterns } of rules) {
    // many words sound like abuse
    if (veil !== 'only' && (veil !== undefined || severity === 'S1' || category === 'V1')) continue;
    for (const { steps, groups } of patterns)
      for (const group of groups) (steps.length === 1 ? alone : joined).add(group);
  }
  for (const word of wordsOf(alone)) known.add(word);
  for (const word of wordsOf(joined)) if (isOfRareLetters(word)) rare.add(word);
  for (const word of rare)
    if (known.has(word)) rare.delete(word);
    else known.add(word);
  return rare;

  /** Each once, though many classes hold it. */
  function wordsOf(groups: ReadonlySet<number>): string[] {
    const isFound = new Uint8Array(words.length);
    for (const group of groups) for (const word of members[group]!) isFound[word] = 1;
    return words.filter(
      (spelling, word) => isFound[word] === 1 && meant[word] === word && spelling.length > 1,
    );
  }
}
