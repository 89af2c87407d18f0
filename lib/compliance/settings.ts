import { hashOf } from './hash.ts';
import type { CompiledRule, Prepared } from './prepare.ts';
import { ownList, type Phrase, type RuleSettings, type Term, termKey, termRule } from './types.ts';

/** The category of a shop's own terms. */
export const ownCategory = 'OWN';

/** A term with the list it stands in. */
type OwnTerm = Term & { list: string };

/** The shop's terms and phrases, and those of the word lists that are on. */
export function ownWords({ off, terms, allow, lists = [] }: RuleSettings): {
  terms: OwnTerm[];
  allow: readonly Phrase[];
} {
  const offTerms = new Set(off.terms);
  const held = [{ id: ownList, terms, allow }, ...lists].filter(({ id }) => !off.lists.includes(id));
  return {
    terms: held.flatMap(({ id, terms }) =>
      terms.flatMap((term) => (offTerms.has(termKey(id, term.text)) ? [] : [{ ...term, list: id }])),
    ),
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
  { text, severity, scope, list, basis = ownBasis }: OwnTerm,
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
