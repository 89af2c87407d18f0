import { ruleCatalogue } from '../compliance/index.ts';
import { ownWords } from '../compliance/settings.ts';
import type { Phrase, RuleSettings } from '../compliance/types.ts';

/**
 * Rules that find at least each text of which two states of the rules may say different things: the built-in rules
 * and the words that differ, and nothing else. Null where every text may be concerned.
 */
export function changedOnly(before: RuleSettings, after: RuleSettings): RuleSettings | null {
  // what is sold and proved bears on any rule
  if (before.product !== after.product || !isSame(before.evidence, after.evidence)) return null;
  const changed = changedRules(before, after);
  const rules = ruleCatalogue.flatMap(({ categories }) =>
    categories.flatMap(({ rules }) => rules.map(({ id }) => id)),
  );
  return {
    ...after,
    off: { lists: [], categories: [], rules: rules.filter((id) => !changed.has(id)), terms: [] },
    terms: changedWords(before, after).map((text) => ({ text, severity: 'S3' })),
    allow: [],
    lists: [],
    quiet: [],
    levels: {},
  };
}

/** Built-in rules that are switched, silenced or graded otherwise. */
function changedRules(before: RuleSettings, after: RuleSettings): Set<string> {
  const isOn = ({ off }: RuleSettings, list: string, category: string, rule: string) =>
    !off.lists.includes(list) && !off.categories.includes(category) && !off.rules.includes(rule);
  const silences = ({ quiet }: RuleSettings, rule: string) => quiet.filter((one) => one.rule === rule);
  const changed = new Set<string>();
  for (const { id: list, categories } of ruleCatalogue)
    for (const { id: category, rules } of categories)
      for (const { id } of rules)
        if (
          isOn(before, list, category, id) !== isOn(after, list, category, id) ||
          before.levels[id] !== after.levels[id] ||
          !isSame(silences(before, id), silences(after, id))
        )
          changed.add(id);
  return changed;
}

/** Terms and phrases that stand in one state only. */
function changedWords(before: RuleSettings, after: RuleSettings): string[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const changed = new Set<string>();
  for (const [key, text] of now) if (!old.has(key)) changed.add(text);
  for (const [key, text] of old) if (!now.has(key)) changed.add(text);
  return [...changed];
}

function wordsOf(rules: RuleSettings): Map<string, string> {
  const { terms, allow } = ownWords(rules);
  const keyOf = ({ text, scope }: Phrase, kind: string) =>
    scope ? `${kind}${text}\n${JSON.stringify(scope)}` : kind + text;
  return new Map([
    ...terms.map((term) => [keyOf(term, term.severity), term.text] as const),
    ...allow.map((phrase) => [keyOf(phrase, '@@'), phrase.text] as const),
  ]);
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
