import { hashOf } from '../compliance/hash.ts';
import type { Level, RuleSettings, WordList } from '../compliance/types.ts';
import { underPolicy } from '../policy/locks.ts';
import type { Policy } from '../policy/policy.ts';
import { reviewId } from '../review/review.ts';
import { type Holding, holdingProfiles, type Place } from './holding.ts';

interface Around {
  place: Place;
  /** ms epoch */
  now: number;
  policy: Policy | null;
  /** word lists by id and name */
  heads: readonly { id: string; name: string }[];
  /** ids of what nobody has approved yet: see lib/review */
  pending: ReadonlySet<string>;
}

/**
 * The rules that hold: what a moderator set, as far as it was approved, with the profiles of that place and time, and
 * a company's policy above all. The one place where they are folded; word lists that are on are added by who reads
 * them. `under` says what took part, so that the version of the rules does.
 */
export function effectiveRules(
  settings: RuleSettings,
  { place, now, policy, heads, pending }: Around,
): RuleSettings {
  const { profiles: _, switched: __, ...rules } = approvedRules(settings, pending);
  return underPolicy(underProfiles(rules, holdingProfiles(settings, place, now)), policy, heads);
}

/** A word that waits only warns; a phrase that waits lets nothing through. */
function approvedRules(rules: RuleSettings, pending: ReadonlySet<string>): RuleSettings {
  if (pending.size === 0) return rules;
  return {
    ...rules,
    terms: rules.terms.map((term) =>
      pending.has(reviewId('term', term.text)) ? { ...term, severity: 'S1' as const } : term,
    ),
    allow: rules.allow.filter(({ text }) => !pending.has(reviewId('phrase', text))),
  };
}

function underProfiles(rules: RuleSettings, holding: readonly Holding[]): RuleSettings {
  if (holding.length === 0) return rules;
  const profiles = holding.map(({ profile }) => profile);
  const on = profiles.flatMap(({ lists }) => lists.on);
  const off = [...rules.off.lists, ...profiles.flatMap(({ lists }) => lists.off)];
  const floors: Record<string, Level> = {};
  for (const { levels } of profiles)
    for (const [rule, level] of Object.entries(levels))
      if (level > (floors[rule] ?? '')) floors[rule] = level;
  return {
    ...rules,
    product: profiles.findLast(({ product }) => product)?.product ?? rules.product,
    off: { ...rules.off, lists: [...new Set(off)].filter((id) => !on.includes(id)) },
    lists: profiles.flatMap(({ id, name, terms }): WordList[] =>
      terms.length > 0 ? [{ id: `profile:${id}`, name, hash: hashOf(terms), terms, allow: [] }] : [],
    ),
    floors,
    under: { profiles: profiles.map(({ id, name }) => ({ id, name })) },
  };
}
