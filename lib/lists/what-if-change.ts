import { ruleCatalogue } from '../compliance/index.ts';
import {
  emptySettings,
  ownList,
  type Phrase,
  type RuleSettings,
  type Term,
  termRule,
  type WordList,
} from '../compliance/types.ts';

/**
 * Rules that find at least each text of which two states of the rules may say different things: the built-in rules
 * and the words that differ, and nothing else. Null where every text may be concerned.
 */
export function changedOnly(before: RuleSettings, after: RuleSettings): RuleSettings | null {
  // what is sold and proved bears on any rule
  if (before.product !== after.product || !isSame(before.evidence, after.evidence)) return null;
  if (!isSame(before.firm, after.firm)) return null;
  const changed = changedRules(before, after);
  const rules = ruleCatalogue.flatMap(({ categories }) =>
    categories.flatMap(({ rules }) => rules.map(({ id }) => id)),
  );
  return {
    ...emptySettings,
    product: after.product,
    evidence: after.evidence,
    off: { ...emptySettings.off, rules: rules.filter((id) => !changed.has(id)) },
    ...changedWords(before, after),
  };
}

/** Built-in rules that are switched, silenced or graded otherwise. */
function changedRules(before: RuleSettings, after: RuleSettings): Set<string> {
  const isOn = ({ off }: RuleSettings, list: string, category: string, rule: string) =>
    !off.lists.includes(list) && !off.categories.includes(category) && !off.rules.includes(rule);
  const graded = gradedOtherwise(before, after);
  const changed = new Set<string>();
  for (const { id: list, categories } of ruleCatalogue)
    for (const { id: category, rules } of categories)
      for (const { id } of rules)
        if (isOn(before, list, category, id) !== isOn(after, list, category, id) || graded.has(id))
          changed.add(id);
  return changed;
}

/** Rules whose severity or silences differ. */
function gradedOtherwise(before: RuleSettings, after: RuleSettings): Set<string> {
  const silences = ({ quiet }: RuleSettings, rule: string) => quiet.filter((one) => one.rule === rule);
  const both = [before, after];
  const named = both.flatMap(({ levels, floors = {}, quiet }) => [
    ...Object.keys(levels),
    ...Object.keys(floors),
    ...quiet.map(({ rule }) => rule),
  ]);
  return new Set(
    named.filter(
      (id) =>
        before.levels[id] !== after.levels[id] ||
        before.floors?.[id] !== after.floors?.[id] ||
        !isSame(silences(before, id), silences(after, id)),
    ),
  );
}

type Held = Pick<WordList, 'id' | 'terms' | 'allow'>;

/** Words that stand in one state only, or mean something else; a list that only one state has comes whole. */
function changedWords(before: RuleSettings, after: RuleSettings): Pick<RuleSettings, 'terms' | 'lists'> {
  const [old, now] = [heldIn(before), heldIn(after)];
  const texts = new Set(
    differing(before.off.terms, after.off.terms).map((key) => key.slice(key.indexOf(':') + 1)),
  );
  for (const id of gradedOtherwise(before, after))
    if (id.startsWith(ofTerm)) texts.add(id.slice(ofTerm.length));
  const whole: Held[] = [];
  for (const id of new Set([...old.keys(), ...now.keys()])) {
    const [a, b] = [old.get(id), now.get(id)];
    if (!a || !b) whole.push((a ?? b)!);
    else if (a.terms !== b.terms || a.allow !== b.allow)
      for (const text of differingWords(a, b)) texts.add(text);
  }
  for (const { allow } of whole) for (const { text } of allow) texts.add(text);
  return {
    terms: [...texts].map((text) => ({ text, severity: 'S3' })),
    lists: whole.map(({ id, terms }) => ({ id, name: id, hash: '', terms: anywhere(terms), allow: [] })),
  };
}

const ofTerm = termRule('');

/** The shop's own words and the lists that are on, by id. */
function heldIn({ off, terms, allow, lists = [] }: RuleSettings): Map<string, Held> {
  // own phrases stand, whatever becomes of own terms
  const own = { id: ownList, terms: off.lists.includes(ownList) ? [] : terms, allow };
  return new Map([own, ...lists.filter(({ id }) => !off.lists.includes(id))].map((one) => [one.id, one]));
}

/** Without the places where they hold; the same array where there are none, since that was learned. */
const anywhere = (terms: readonly Term[]): readonly Term[] =>
  terms.some(({ scope }) => scope) ? terms.map(({ scope: _, ...term }) => term) : terms;

function differingWords(a: Held, b: Held): string[] {
  const [old, now] = [wordsOf(a), wordsOf(b)];
  return differing([...old.keys()], [...now.keys()]).map((key) => (old.get(key) ?? now.get(key))!);
}

function wordsOf({ terms, allow }: Held): Map<string, string> {
  const keyOf = ({ text, scope }: Phrase, kind: string) =>
    scope ? `${kind}${text}\n${JSON.stringify(scope)}` : kind + text;
  return new Map([
    ...terms.map((term) => [keyOf(term, term.severity), term.text] as const),
    ...allow.map((phrase) => [keyOf(phrase, '@@'), phrase.text] as const),
  ]);
}

/** What stands in one of two only. */
function differing(a: readonly string[], b: readonly string[]): string[] {
  const [inA, inB] = [new Set(a), new Set(b)];
  return [...a.filter((one) => !inB.has(one)), ...b.filter((one) => !inA.has(one))];
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
