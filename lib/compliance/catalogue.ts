import laws from './data/laws.json' with { type: 'json' };
import lists from './data/lists.json' with { type: 'json' };
import { ruleFiles } from './data.ts';
import { hashOf } from './hash.ts';
import type { Rule } from './rules.ts';

/** A rule as the word-list page shows it. */
export interface CatalogueRule {
  id: string;
  name: string;
  severity: Rule['severity'];
  basis: string;
  /** patterns as written in the data */
  match: readonly string[];
  /** sentences it flags, and leaves alone */
  flag: readonly string[];
  pass: readonly string[];
}

export interface CatalogueCategory {
  id: string;
  name: string;
  rules: readonly CatalogueRule[];
}

export interface CatalogueList {
  id: string;
  /** where the trade puts it */
  group: 'built-in' | 'industry' | 'platform';
  name: string;
  /** of its rules, as eight hex digits */
  hash: string;
  categories: readonly CatalogueCategory[];
}

/** Lists → categories → rules, as the ids in RuleSettings.off name them. */
export const ruleCatalogue: readonly CatalogueList[] = lists.map(({ id, group, name }) => ({
  id,
  group: group as CatalogueList['group'],
  name,
  hash: hashOf(ruleFiles.filter(({ list }) => list === id)),
  categories: ruleFiles
    .filter(({ list }) => list === id)
    .map(({ category, name, rules }) => ({
      id: category,
      name,
      rules: rules.map(({ id, name, severity, law, match, flag, pass }) => ({
        id,
        name,
        severity,
        basis: (laws as Record<string, string>)[law]!,
        match,
        flag,
        pass,
      })),
    })),
}));
