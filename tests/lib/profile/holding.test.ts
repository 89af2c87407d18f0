import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySettings, type Profile, type RuleSettings } from '../../../lib/compliance/types.ts';
import {
  holdingProfiles,
  leaveProfile,
  nextTurn,
  profilesOf,
  switchProfile,
} from '../../../lib/profile/holding.ts';
import { clockText, isWithin, minuteOf, nextMinute } from '../../../lib/profile/hours.ts';
import { nightProfile } from '../../../lib/profile/night.ts';

const at = (hour: number, minute = 0, day = 10): number => new Date(2026, 10, day, hour, minute).getTime();
const day = { hours: { from: 8 * 60, to: 24 * 60 } };
const profile = (id: string, given: Partial<Profile> = {}): Profile => ({
  id,
  name: id,
  when: {},
  lists: { on: [], off: [] },
  levels: {},
  terms: [],
  ...given,
});
const settings = (...profiles: Profile[]): RuleSettings => ({ ...emptySettings, profiles });
const ids = (rules: RuleSettings, now: number, place = {}) =>
  holdingProfiles(rules, place, now).map(({ profile: { id }, why }) => `${id}:${why}`);

test('the night protects minors by itself, from ten in the evening to eight by this machine’s clock', () => {
  expect(ids(emptySettings, at(21, 59))).toEqual([]);
  expect(holdingProfiles(emptySettings, {}, at(22))).toEqual([
    { profile: nightProfile, why: 'hours', until: at(8, 0, 11) },
  ]);
  expect(ids(emptySettings, at(7, 59))).toEqual(['night:hours']);
  expect(ids(emptySettings, at(8))).toEqual([]);
});

test('a profile that ends at 24:00 holds to midnight, and the clock is looked at again then', () => {
  const rules = settings({ ...nightProfile, when: {} }, profile('day', { when: day }));

  expect(ids(rules, at(23, 59))).toEqual(['day:hours']);
  expect(nextTurn(rules, at(23, 59))).toBe(at(0, 0, 11));
  expect(ids(rules, at(0, 0, 11))).toEqual([]);
  expect(nextTurn(rules, at(0, 0, 11))).toBe(at(8, 0, 11));
});

test('a room, a platform and what is sold bring their profiles; one that names nothing waits for a hand', () => {
  const rules = settings(
    profile('a', { when: { rooms: ['7'] }, product: 'food' }),
    profile('b', { when: { platforms: ['taobao'] } }),
    profile('c', { when: { products: ['food'] } }),
    profile('d'),
  );

  expect(ids(rules, at(12))).toEqual([]);
  expect(ids(rules, at(12), { platform: 'taobao', room: '7' })).toEqual([
    'a:room',
    'b:platform',
    'c:product',
  ]);
});

test('a hand puts a profile on where it is said, and leaves it to itself again', () => {
  const rules = settings(profile('d'));
  const on = switchProfile(rules, 'd', true, { room: '7', now: at(12) });

  expect(ids(on, at(13), { room: '7' })).toEqual(['d:hand']);
  expect(ids(on, at(13), { room: '8' })).toEqual([]);
  expect(ids(leaveProfile(on, 'd', '7'), at(13), { room: '7' })).toEqual([]);
});

test('what was put off for a night is on again the next one', () => {
  const off = switchProfile(emptySettings, 'night', false, { now: at(23) });

  expect(ids(off, at(23, 30))).toEqual([]);
  expect(ids(off, at(7, 59, 11))).toEqual([]);
  expect(ids(off, at(22, 0, 11))).toEqual(['night:hours']);
});

test('a shop’s own night takes the place of the one that comes along', () => {
  const own = { ...nightProfile, when: { hours: { from: 1380, to: 420 } } };

  expect(profilesOf(settings(own))).toEqual([own]);
});

test('nothing changes between a moment and the next turn, whatever the hours', () => {
  const minute = fc.integer({ min: 0, max: 1440 });
  fc.assert(
    fc.property(
      minute,
      minute,
      fc.integer({ min: 0, max: 2 * 1440 - 1 }),
      fc.nat(1e9),
      (from, to, start, some) => {
        const hours = { from, to };
        const now = at(0, start);
        const turn = nextTurn(
          settings({ ...nightProfile, when: {} }, profile('x', { when: { hours } })),
          now,
        )!;
        const between = now + (some % (turn - now));

        expect(turn).toBeGreaterThan(now);
        expect(isWithin(hours, between)).toBe(isWithin(hours, now));
      },
    ),
  );
});

test('a clock is read as it is written', () => {
  expect([minuteOf('22:00'), minuteOf('24:00'), minuteOf('8：05')]).toEqual([1320, 1440, 485]);
  expect([minuteOf('24:01'), minuteOf('7:60'), minuteOf('八点')]).toEqual([null, null, null]);
  expect([clockText(485), clockText(1440)]).toEqual(['08:05', '24:00']);
  expect(nextMinute(485, at(8, 5))).toBe(at(8, 5, 11));
});
