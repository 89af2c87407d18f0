import type { Profile, RuleSettings, Switched } from '../compliance/types.ts';
import type { PlatformId } from '../model.ts';
import { isWithin, nextMinute } from './hours.ts';
import { builtInProfiles } from './night.ts';

/** Where a text is judged: a profile for rooms holds in none without one. */
export interface Place {
  platform?: PlatformId | undefined;
  room?: string | undefined;
}

/** A profile that holds and why; `until` (ms epoch) where its time is known. */
export interface Holding {
  profile: Profile;
  why: 'hand' | 'hours' | 'room' | 'platform' | 'product';
  until?: number;
}

type Settings = Pick<RuleSettings, 'profiles' | 'switched' | 'product'>;

/** All profiles: those that come along, unless the shop has changed them, and its own. */
export function profilesOf({ profiles = [] }: Pick<RuleSettings, 'profiles'>): readonly Profile[] {
  const own = new Map(profiles.map((one) => [one.id, one]));
  const builtIn = builtInProfiles.map((one) => own.get(one.id) ?? one);
  return [...builtIn, ...profiles.filter(({ id }) => !builtInProfiles.some((one) => one.id === id))];
}

/** The profiles that hold there and then, several at once; what the shop sells is as the place's profiles say. */
export function holdingProfiles(settings: Settings, place: Place, now: number): Holding[] {
  const all = profilesOf(settings);
  const held = (product: Settings['product'] | null) =>
    all.flatMap((profile) => {
      const hand = handOf(settings, profile.id, place, now);
      if (hand) return hand.isOn ? [{ profile, why: 'hand' as const, ...untilOf(hand) }] : [];
      return byItself(profile, place, product, now);
    });
  const product = held(null).findLast(({ profile }) => profile.product)?.profile.product ?? settings.product;
  return held(product);
}

/** When (ms epoch) something of that may change by the clock alone; null when nothing will. */
export function nextTurn(settings: Settings, now: number): number | null {
  const turns = [
    ...profilesOf(settings).flatMap(({ when: { hours } }) =>
      hours ? [nextMinute(hours.from, now), nextMinute(hours.to, now)] : [],
    ),
    ...(settings.switched ?? []).flatMap(({ until }) => (until !== undefined && until > now ? [until] : [])),
  ];
  return turns.length > 0 ? Math.min(...turns) : null;
}

/** The settings with a profile put on or off by hand; one with hours is as it was when they end. */
export function switchProfile<Of extends Settings>(
  settings: Of,
  id: string,
  isOn: boolean,
  { room, now }: { room?: string | undefined; now: number },
): Of {
  const hours = profilesOf(settings).find((one) => one.id === id)?.when.hours;
  const one: Switched = {
    profile: id,
    isOn,
    at: now,
    ...(room !== undefined && { room }),
    ...(hours && { until: nextMinute(hours.to, now) }),
  };
  const others = (settings.switched ?? []).filter(
    (known) =>
      (known.profile !== id || known.room !== room) && (known.until === undefined || known.until > now),
  );
  return { ...settings, switched: [...others, one] };
}

/** The settings with a profile left to itself again, in that room and where nothing was said of a room. */
export const leaveProfile = <Of extends Settings>(settings: Of, id: string, room?: string): Of => ({
  ...settings,
  switched: (settings.switched ?? []).filter(
    (one) => one.profile !== id || (one.room !== undefined && one.room !== room),
  ),
});

/** What was last said by hand of a profile there and then. */
function handOf({ switched = [] }: Settings, id: string, { room }: Place, now: number) {
  const mine = switched.filter(
    (one) =>
      one.profile === id &&
      (one.room === undefined || one.room === room) &&
      one.at <= now &&
      (one.until === undefined || one.until > now),
  );
  return mine.toSorted((a, b) => a.at - b.at).at(-1);
}

const untilOf = ({ until }: Switched) => (until === undefined ? {} : { until });

function byItself(
  profile: Profile,
  { platform, room }: Place,
  product: Settings['product'] | null,
  now: number,
): Holding[] {
  const { platforms, rooms, products, hours } = profile.when;
  const fits =
    (!platforms || (platform !== undefined && platforms.includes(platform))) &&
    (!rooms || (room !== undefined && rooms.includes(room))) &&
    (!products || (product !== null && products.includes(product))) &&
    (!hours || isWithin(hours, now));
  if (!fits) return [];
  if (hours) return [{ profile, why: 'hours', until: nextMinute(hours.to, now) }];
  if (rooms) return [{ profile, why: 'room' }];
  if (platforms) return [{ profile, why: 'platform' }];
  return products ? [{ profile, why: 'product' }] : [];
}
