import { hashOf } from './hash.ts';
import type { CompiledRule, Prepared } from './prepare.ts';
import type { Severity } from './rules.ts';
import { type Level, ownList, type RuleSettings, type Scope, type Term, termRule } from './types.ts';

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
  const { levels, floors = {} } = settings;
  const [level, floor, firm] = [levels[rule.id], floors[rule.id], isFirm(rule, settings)];
  const silences = quietOf(rule, settings);
  if (!level && !floor && !firm && !silences.quiet) return rule;
  // a rule that is none for a product stays none
  const kept = Object.entries(rule.by ?? {}).filter(([, to]) => !level || to === 'off');
  const raised = (severity: Severity): Severity => (floor && floor > severity ? floor : severity);
  return {
    ...rule,
    severity: raised(level ?? rule.severity) as Level,
    by: Object.fromEntries(kept.map(([product, to]) => [product, to === 'off' ? to : raised(to)])),
    ...silences,
    ...(firm && { isFirm: true }),
  };
}

/** Where a moderator switched a rule off; a firm one is on everywhere. */
function quietOf(rule: Pick<CompiledRule, 'id' | 'list'>, settings: RuleSettings): { quiet?: Scope[] } {
  if (isFirm(rule, settings)) return {};
  const quiet = settings.quiet.filter((one) => one.rule === rule.id).map(({ scope }) => scope);
  return quiet.length > 0 ? { quiet } : {};
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
    ...quietOf({ id, list }, settings),
    id,
    name: text,
    category: ownCategory,
    list,
    severity: (list !== ownList && settings.levels[id]) || severity,
    law: basis,
    patterns: [],
    veilable: [],
    exemptions: [],
    flag: [],
    pass: [],
    needs: null,
    unless: [],
    proof: [],
    worse: [],
  };
}
