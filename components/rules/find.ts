import type { CatalogueCategory, CatalogueList, CatalogueRule } from '../../lib/compliance/catalogue.ts';
import { type Phrase, type Term, termRule } from '../../lib/compliance/types.ts';
import { initialsOf, pinyinOf } from '../../lib/shop/initials.ts';
import { articlePattern } from './article.ts';

/** What a query lets through. */
export interface Find {
  rule(list: CatalogueList, category: CatalogueCategory, rule: CatalogueRule): boolean;
  word(word: Term | Phrase): boolean;
}

/** A rule or word as it can be looked for. */
interface Known {
  text: string;
  basis: string;
  /** what is typed in pinyin, whole or by initials; made when first wanted */
  typed(): string;
}

/** Finds rules and words by all words of a query: text, pinyin, category, article. What was read once is kept. */
export function createFind(): (query: string) => Find | null {
  const known = new WeakMap<object, Known>();
  const once = (thing: object, make: () => Known): Known => {
    const found = known.get(thing) ?? make();
    known.set(thing, found);
    return found;
  };
  return (query) => {
    const wanted = query.toLowerCase().split(/\s+/).filter(Boolean).map(matcher);
    if (wanted.length === 0) return null;
    const holds = (thing: Known) => wanted.every((isIn) => isIn(thing));
    return {
      rule: (list, category, rule) => holds(once(rule, () => knownRule(list, category, rule))),
      word: (word) => holds(once(word, () => knownWord(word))),
    };
  };
}

function matcher(wanted: string): (thing: Known) => boolean {
  const article = articlePattern(wanted);
  const isTyped = /^[a-z]+$/.test(wanted);
  return ({ text, basis, typed }) =>
    text.includes(wanted) || (article?.test(basis) ?? false) || (isTyped && typed().includes(wanted));
}

function knownRule(list: CatalogueList, category: CatalogueCategory, rule: CatalogueRule): Known {
  const names = [list.name, category.name, rule.name, ...rule.match];
  return asKnown([...names, category.id, rule.id, rule.basis, ...rule.flag], rule.basis, names);
}

function knownWord(word: Term | Phrase): Known {
  const basis = ('basis' in word && word.basis) || '';
  return asKnown([word.text, termRule(word.text), basis], basis, [word.text]);
}

function asKnown(texts: readonly string[], basis: string, names: readonly string[]): Known {
  let typed: string | undefined;
  return {
    text: texts.join('\n').toLowerCase(),
    basis,
    typed() {
      typed ??= [...names.map(pinyinOf), ...names.map(initialsOf)].join('\n');
      return typed;
    },
  };
}
