import { useEffect, useMemo } from 'react';
import { emptySettings, type Profile } from '../../lib/compliance/types.ts';
import { noteHolding } from '../../lib/log/holding.ts';
import {
  type Holding,
  holdingProfiles,
  leaveProfile,
  type Place,
  profilesOf,
  switchProfile,
} from '../../lib/profile/holding.ts';
import { useChangeRules, useLog, useTurning } from '../use-log.ts';

export interface Profiles {
  all: readonly Profile[];
  /** those that hold in the place now */
  holding: readonly Holding[];
  /** what was said by hand of each that is not as it would be by itself */
  handOf(id: string): { isOn: boolean; until?: number } | null;
  set(id: string, isOn: boolean): Promise<void>;
  leave(id: string): Promise<void>;
  put(profile: Profile): Promise<void>;
  /** a changed one of ours is as it was; one of the shop's is gone */
  remove(id: string): Promise<void>;
}

/** The profiles and which of them hold: in that room, or everywhere without one. */
export function useProfiles(place: Place = {}): Profiles {
  const { settings: rules = emptySettings, turn } = useTurning();
  const change = useChangeRules();
  const { platform, room } = place;
  return useMemo(() => {
    const now = Date.now();
    const at = { room, now };
    return {
      all: profilesOf(rules),
      holding: holdingProfiles(rules, { platform, room }, now),
      handOf: (id) =>
        (rules.switched ?? []).findLast(
          (one) =>
            one.profile === id &&
            (one.room === undefined || one.room === room) &&
            (one.until === undefined || one.until > now),
        ) ?? null,
      set: (id, isOn) => change((before) => switchProfile(before, id, isOn, { ...at, now: Date.now() })),
      leave: (id) => change((before) => leaveProfile(before, id, room)),
      put: (profile) =>
        change((before) => ({
          ...before,
          profiles: [...(before.profiles ?? []).filter(({ id }) => id !== profile.id), profile],
        })),
      remove: (id) =>
        change((before) => ({
          ...before,
          profiles: (before.profiles ?? []).filter((one) => one.id !== id),
          switched: (before.switched ?? []).filter((one) => one.profile !== id),
        })),
    };
  }, [rules, change, platform, room, turn]);
}

/** Writes into the trail which profiles come and go by themselves in a room that is looked at. */
export function useHoldingNote({ platform, room }: Place): void {
  const db = useLog();
  const { settings, turn } = useTurning();
  const names = holdingProfiles(
    { ...(settings ?? emptySettings), switched: [] },
    { platform, room },
    Date.now(),
  )
    .map(({ profile }) => profile.name)
    .join('\n');
  const isRead = settings !== undefined;
  useEffect(() => {
    if (!room || !isRead) return;
    noteHolding(db, room, names === '' ? [] : names.split('\n'), Date.now()).catch((error: unknown) =>
      console.error('Profiles not noted:', error),
    );
  }, [db, room, names, isRead, turn]);
}
