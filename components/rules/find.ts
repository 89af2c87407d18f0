import type { CatalogueCategory, CatalogueList, CatalogueRule } from '../../lib/compliance/catalogue.ts';
import { type Phrase, type Term, termRule } from '../../lib/compliance/types.ts';
import { initialsOf } from '../../lib/shop/initials.ts';

/** What a query lets through. */
export interface Find {
  rule(list: CatalogueList, category: CatalogueCategory, rule: CatalogueRule): boolean;
  word(word: Term | Phrase): boolean;
}

/** Finds rules and words by all words of a query: text, pinyin initials, category, article. What was read once is kept. */
export function createFind(): (query: string) => Find | null {
  const texts = new WeakMap<object, string>();
  const textOf = (thing: object, make: () => string): string => {
    let text = texts.get(thing);
    if (text === undefined) {
      text = make().toLowerCase();
      texts.set(thing, text);
    }
    return text;
  };
  return (query) => {
    const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (wanted.length === 0) return null;
    const holds = (text: string) => wanted.every((word) => text.includes(word));
    return {
      rule: (list, category, rule) => holds(textOf(rule, () => ruleText(list, category, rule))),
      word: (word) => holds(textOf(word, () => wordText(word))),
    };
  };
}

const ruleText = (list: CatalogueList, category: CatalogueCategory, rule: CatalogueRule): string => {
  const names = [list.name, category.id, category.name, rule.name];
  return [...names, rule.id, rule.basis, ...rule.match, ...rule.flag, ...names.map(initialsOf)].join('\n');
};

const wordText = (word: Term | Phrase): string =>
  [word.text, termRule(word.text), initialsOf(word.text), 'basis' in word ? word.basis : ''].join('\n');
