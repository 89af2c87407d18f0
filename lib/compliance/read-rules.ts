import { exemptions, innocents, ruleFiles } from './data.ts';
import type { Lexicon } from './match/lexicon.ts';
import { type Pattern, parsePattern } from './match/pattern.ts';
import type { Exemption, Rule } from './rules.ts';

export interface ParsedRule extends Omit<Rule, 'match' | 'needs' | 'unless' | 'proof' | 'worse'> {
  category: string;
  list: string;
  patterns: readonly Pattern[];
  needs: readonly Pattern[] | null;
  unless: readonly Pattern[];
  proof: readonly Pattern[];
  worse: readonly Pattern[];
}

export interface ParsedExemption extends Omit<Exemption, 'match' | 'unless'> {
  patterns: readonly Pattern[];
  unless: readonly Pattern[];
}

/** The rules as patterns of the lexicon's words, which it learns with them. */
export function readRules({ groupOf, members }: Lexicon): {
  parsed: readonly ParsedRule[];
  /** by the word they begin with */
  innocents: readonly (readonly Pattern[] | undefined)[];
  exemptions: readonly ParsedExemption[];
} {
  const parse = (sources: readonly string[] = []): Pattern[] =>
    sources.flatMap((source) => parsePattern(source, groupOf));
  const parsed = ruleFiles.flatMap(({ category, list, rules }) =>
    rules.map((rule) => ({
      ...rule,
      category,
      list,
      patterns: parse(rule.match),
      needs: rule.needs ? parse(rule.needs) : null,
      unless: parse(rule.unless),
      proof: parse(rule.proof),
      worse: parse(rule.worse),
    })),
  );
  const byWord: Pattern[][] = [];
  for (const pattern of parse(innocents.flatMap(({ match }) => match)))
    for (const word of members[pattern.groups[0]!]!) {
      byWord[word] ??= [];
      byWord[word].push(pattern);
    }
  return {
    parsed,
    innocents: byWord,
    exemptions: exemptions.map(({ match, unless, ...rest }) => ({
      ...rest,
      patterns: parse(match),
      unless: parse(unless),
    })),
  };
}
