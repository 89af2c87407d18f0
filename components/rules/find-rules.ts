import type { CatalogueList, CatalogueRule } from '../../lib/compliance/catalogue.ts';

const holds = (rule: CatalogueRule, words: readonly string[], above: string): boolean => {
  const text = [above, rule.id, rule.name, rule.basis, ...rule.match, ...rule.flag].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
};

/** The part of the catalogue that holds every word of the query; empty lists and categories fall away. */
export function findRules(catalogue: readonly CatalogueList[], query: string): CatalogueList[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...catalogue];
  return catalogue.flatMap((list) => {
    const categories = list.categories.flatMap((category) => {
      const rules = category.rules.filter((rule) => holds(rule, words, `${list.name}\n${category.name}`));
      return rules.length > 0 ? [{ ...category, rules }] : [];
    });
    return categories.length > 0 ? [{ ...list, categories }] : [];
  });
}
