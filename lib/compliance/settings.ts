import { hashOf } from './hash.ts';
import type { CompiledRule, Prepared } from './prepare.ts';
import type { Severity } from './rules.ts';
import { type Level, ownList, type RuleSettings, type Term, termRule } from './types.ts';

/** The category of a shop's own terms. */
export const ownCategory = 'OWN';

/** Names the state of all rules; a word list counts by its hash. */
export function versionOf(
  { lists = [], profiles: _, switched: __, ...settings }: RuleSettings,
  { hash }: Prepared,
): string {
  return hashOf([hash, settings, ...lists.map((list) => [list.id, list.hash])]);
}

/** Whether a built-in rule is on. */
export function isOn(rule: CompiledRule, settings: RuleSettings): boolean {
  const { off, floors = {} } = settings;
  const isOff =
    off.lists.includes(rule.list) || off.categories.includes(rule.category) || off.rules.includes(rule.id);
  return !isOff || floors[rule.id] !== undefined || isFirm(rule, settings);
}

/** A built-in rule with the severity and the silences that a moderator gave it. */
export function asSet(rule: CompiledRule, settings: RuleSettings): CompiledRule {
  const { levels, quiet, floors = {} } = settings;
  const [level, floor, firm] = [levels[rule.id], floors[rule.id], isFirm(rule, settings)];
  const scopes = firm ? [] : quiet.filter((one) => one.rule === rule.id).map(({ scope }) => scope);
  if (!level && !floor && !firm && scopes.length === 0) return rule;
  // a rule that is none for a product stays none
  const kept = Object.entries(rule.by ?? {}).filter(([, to]) => !level || to === 'off');
  const raised = (severity: Severity): Severity => (floor && floor > severity ? floor : severity);
  return {
    ...rule,
    severity: raised(level ?? rule.severity) as Level,
    by: Object.fromEntries(kept.map(([product, to]) => [product, to === 'off' ? to : raised(to)])),
    ...(scopes.length > 0 && { quiet: scopes }),
    ...(firm && { isFirm: true }),
  };
}

/** Whether no phrase of the shop's silences a rule. */
const isFirm = ({ id, list }: Pick<CompiledRule, 'id' | 'list'>, { firm }: RuleSettings): boolean =>
  firm !== undefined && (firm.lists.includes(list) || firm.rules.includes(id));

/** What a finding of a shop's own term rests on, where its list says nothing. */
const ownBasis = '店铺自定义词';

/** The rule that a term comes to; a moderator's severity overrules a word list's, not that of a word of one's own. */
export function ownRule(
  { text, severity, scope, basis = ownBasis }: Term,
  list: string,
  settings: RuleSettings,
): CompiledRule {
  const id = termRule(text);
  return {
    ...(scope && { scope }),
    ...(isFirm({ id, list }, settings) && { isFirm: true }),
    id,
    name: text,
    category: ownCategory,
    list,
    severity: (list !== ownList && settings.levels[id]) || severity,
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
