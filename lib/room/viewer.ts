import { type Trait, traits as traitNames } from '../reply/types.ts';

/**
 * What is known of one person, from the page's badges and this session's comments; nothing is guessed. A bit for each
 * trait, in their order: a long session has many people.
 */
export type Traits = number;

const bitOf = (trait: Trait): Traits => 1 << traitNames.indexOf(trait);

/** Badges as the platforms word them: 已加购, 已下单, 粉丝团 12级, 铁粉, 新客. */
const badgeOf: Record<Trait, RegExp> = {
  cart: /已加购/,
  order: /已下单|已购|老客/,
  fan: /(?<!新)粉|会员/,
  new: /新客|新粉/,
};

/** What a comment tells of its author; `isFirst` in this session. */
export function traitsOf(badges: readonly string[] | undefined, isFirst: boolean): Traits {
  let told: Traits = isFirst ? bitOf('new') : 0;
  for (const badge of badges ?? [])
    for (const trait of traitNames) if (badgeOf[trait].test(badge)) told |= bitOf(trait);
  return settle(told);
}

/** What two comments tell of the same person. */
export const bothTraits = (one: Traits, other: Traits): Traits => settle(one | other);

/** Who has ordered has more than a cart, and is not new. */
const settle = (all: Traits): Traits => (all & bitOf('order') ? all & ~(bitOf('cart') | bitOf('new')) : all);

/** How many people are known for what. */
export type TraitCounts = Record<Trait, number>;
export const noTraits = (): TraitCounts => ({ cart: 0, order: 0, fan: 0, new: 0 });

/** Counts somebody, or takes the count back with `by` -1. */
export function countTraits(counts: TraitCounts, held: Traits, by: 1 | -1 = 1): void {
  if (held === 0) return;
  for (const trait of traitNames) if (held & bitOf(trait)) counts[trait] += by;
}

/** What an asker weighs beyond one: who is about to buy leaves first. The figures are ours. */
export const traitWorth: TraitCounts = { cart: 3, order: 2, fan: 1, new: 0.5 };
