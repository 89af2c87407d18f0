import { hashOf } from './hash.ts';
import type { CompiledRule, Prepared } from './prepare.ts';
import { ownList, type Phrase, type RuleSettings, type Term, termKey, termRule } from './types.ts';

/** The category of a shop's own terms. */
export const ownCategory = 'OWN';

/** The shop's terms and phrases with those of the word lists that are on. */
interface OwnWords {
  terms: readonly Term[];
  /** id of the list in which the term at `index` stands */
  listAt(index: number): string;
  allow: readonly Phrase[];
}

export function ownWords({ off, terms: own, allow, lists = [] }: RuleSettings): OwnWords {
  const offTerms = new Set(off.terms);
  const held = [{ id: ownList, terms: own, allow }, ...lists].filter(({ id }) => !off.lists.includes(id));
  const terms: Term[] = [];
  const ends: { list: string; end: number }[] = [];
  for (const { id, terms: all } of held) {
    // a switch beside a hundred thousand terms must not copy them
    for (const term of all)
      if (offTerms.size === 0 || !offTerms.has(termKey(id, term.text))) terms.push(term);
    ends.push({ list: id, end: terms.length });
  }
  return {
    terms,
    listAt: (index) => ends.find(({ end }) => index < end)!.list,
    // own phrases stand, whatever becomes of own terms
    allow: [...(off.lists.includes(ownList) ? allow : []), ...held.flatMap(({ allow }) => allow)],
  };
}

/** Names the state of all rules; a word list counts by its hash. */
export function versionOf({ lists = [], ...settings }: RuleSettings, { hash }: Prepared): string {
  return hashOf([hash, settings, ...lists.map((list) => [list.id, list.hash])]);
}

/** A built-in rule with the severity and the silences that a moderator gave it. */
export function asSet(rule: CompiledRule, { levels, quiet }: RuleSettings): CompiledRule {
  const severity = levels[rule.id];
  const scopes = quiet.filter((one) => one.rule === rule.id).map(({ scope }) => scope);
  if (!severity && scopes.length === 0) return rule;
  // a rule that is none for a product stays none
  const by = Object.fromEntries(Object.entries(rule.by ?? {}).filter(([, to]) => to === 'off'));
  return { ...rule, ...(severity && { severity, by }), ...(scopes.length > 0 && { quiet: scopes }) };
}

/** What a finding of a shop's own term rests on, where its list says nothing. */
const ownBasis = '店铺自定义词';

/** The rule that a term comes to; a moderator's severity overrules a word list's, not that of a word of one's own. */
export function ownRule(
  { text, severity, scope, basis = ownBasis }: Term,
  list: string,
  levels: RuleSettings['levels'],
): CompiledRule {
  const id = termRule(text);
  return {
    ...(scope && { scope }),
    id,
    name: text,
    category: ownCategory,
    list,
    severity: (list !== ownList && levels[id]) || severity,
    law: basis,
    patterns: [],
    veilable: [],
    flag: [],
    pass: [],
    needs: null,
    unless: [],
    proof: [],
    worse: [],
  };
}
