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
  for (const { veil, severity, category, patterns } of rules) {
    // many words sound like abuse
    if (veil !== 'only' && (veil !== undefined || severity === 'S1' || category === 'V1')) continue;
    for (const { steps, groups } of patterns)
      for (const group of groups)
        for (const word of members[group]!) {
          const spelling = words[word]!;
          if (meant[word] !== word || spelling.length < 2) continue;
          if (steps.length === 1) known.add(spelling);
          else if (isOfRareLetters(spelling)) rare.add(spelling);
        }
  }
  for (const word of rare)
    if (known.has(word)) rare.delete(word);
    else known.add(word);
  return rare;
}
