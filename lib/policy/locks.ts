import { hashOf } from '../compliance/hash.ts';
import { type Level, type RuleSettings, termKey, type WordList } from '../compliance/types.ts';
import { presets } from '../llm/presets.ts';
import { type Provider, readAddress } from '../llm/provider.ts';
import type { Policy } from './policy.ts';

/** The list that a policy's own terms stand in. */
export const policyList = 'policy';

/** Whether a company keeps a list on: it names the id of a built-in one, the name of another. */
export const isListLocked = (policy: Policy | null, { id, name }: { id: string; name?: string }): boolean =>
  policy?.lists?.some((one) => one === id || one === name) ?? false;

/** The severity that a company gave a rule; undefined where it left it open. */
export const lockedLevel = (policy: Policy | null, rule: string): Level | undefined =>
  policy?.severities?.[rule];

/** Whether a model may be asked there. A preset is allowed at its own address only. */
export const isProviderAllowed = (
  policy: Policy | null,
  { preset, address }: Pick<Provider, 'preset' | 'address'>,
): boolean =>
  !policy?.providers ||
  (policy.providers.presets.includes(preset) && isAt(address, presets[preset].address)) ||
  isAddressAllowed(policy, address);

/** Whether the host's voice may be sent there: to an address that is named, or that of a preset that is; this device may. */
export const isTranscriberAllowed = (policy: Policy | null, address: string): boolean =>
  !policy?.providers ||
  address === '' ||
  policy.providers.presets.some((preset) => isAt(address, presets[preset].address)) ||
  isAddressAllowed(policy, address);

const isAddressAllowed = (policy: Policy, address: string): boolean =>
  policy.providers?.addresses.some((known) => isAt(address, known)) ?? false;

/** Whether an address is another or lies below it. */
function isAt(address: string, other: string): boolean {
  const [wanted, known] = [readAddress(address), readAddress(other)];
  return (
    wanted.ok &&
    known.ok &&
    (wanted.address === known.address || wanted.address.startsWith(`${known.address}/`))
  );
}

/** Whether a preset is worth offering: one that is allowed, and the custom one where addresses are. */
export const isPresetOffered = (policy: Policy | null, preset: Provider['preset']): boolean =>
  !policy?.providers ||
  policy.providers.presets.includes(preset) ||
  (preset === 'custom' && policy.providers.addresses.length > 0);

/** Rules with a company's on top: its lists are on, its severities stand, its terms are there, and nothing silences them. */
export function underPolicy(
  rules: RuleSettings,
  policy: Policy | null,
  heads: readonly { id: string; name: string }[],
): RuleSettings {
  const { lists = [], severities = {}, terms = [], organisation = '' } = policy ?? {};
  if (lists.length + terms.length + Object.keys(severities).length === 0) return rules;
  const ids = idsOf(lists, heads);
  const own: WordList[] =
    terms.length > 0 ? [{ id: policyList, name: organisation, hash: hashOf(terms), terms, allow: [] }] : [];
  const { off } = rules;
  return {
    ...rules,
    off: {
      ...off,
      lists: off.lists.filter((id) => !ids.includes(id)),
      terms: off.terms.filter((key) => ![...ids, policyList].some((id) => key.startsWith(termKey(id, '')))),
    },
    levels: { ...rules.levels, ...severities },
    lists: [...(rules.lists ?? []), ...own],
    firm: { lists: [...ids, policyList], rules: Object.keys(severities) },
    under: { profiles: [], ...rules.under, policy: organisation },
  };
}

/** What a change of the rules would do against a company's policy, by its name; null when it does nothing. */
export function forbiddenChange(
  policy: Policy | null,
  before: RuleSettings,
  after: RuleSettings,
  heads: readonly { id: string; name: string }[],
): string | null {
  if (!policy) return null;
  const ids = idsOf(policy.lists ?? [], heads);
  const rules = Object.keys(policy.severities ?? {});
  const added = (all: readonly string[], old: readonly string[]) => all.filter((one) => !old.includes(one));
  return (
    added(after.off.lists, before.off.lists).find((id) => ids.includes(id)) ??
    added(after.off.rules, before.off.rules).find((id) => rules.includes(id)) ??
    rules.find((id) => after.levels[id] !== before.levels[id]) ??
    after.quiet.find((one) => rules.includes(one.rule) && !before.quiet.includes(one))?.rule ??
    (ids.length > 0
      ? added(after.off.terms, before.off.terms).find((key) =>
          ids.some((id) => key.startsWith(termKey(id, ''))),
        )
      : undefined) ??
    null
  );
}

/** Ids of lists that are named by id or name. */
const idsOf = (names: readonly string[], heads: readonly { id: string; name: string }[]): string[] =>
  names.map((name) => heads.find((head) => head.name === name)?.id ?? name);
