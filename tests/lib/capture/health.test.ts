import { expect, test } from 'vitest';
import { createReporter, diagnose, type Figures, type Signs, waysOf } from '../../../lib/capture/health.ts';

const now = 1_795_340_000_000;
/** A room that is listened to. */
const well: Signs = {
  now,
  startedAt: now - 60_000,
  heardAt: now - 1000,
  brokenSince: null,
  blindSince: null,
  movedAt: now - 1000,
  aloneAt: null,
  listlessSince: null,
  disagreedAt: null,
  stirredAt: null,
  isHooked: true,
  isListed: true,
  framesAt: null,
  isLoggedOut: false,
  hasEnded: false,
  notice: null,
  isPolled: true,
  isSlowed: false,
};
const at = (signs: Partial<Signs>) => diagnose({ ...well, ...signs });
const ago = (seconds: number) => now - seconds * 1000;

test('a quiet room whose feed answers is in no trouble', () => {
  expect(at({ movedAt: null })).toBeNull();
});

test('a room of which nothing was ever heard is not called quiet', () => {
  const nothing = { heardAt: null, movedAt: null };

  expect(at({ ...nothing, startedAt: ago(5) })).toBeNull();
  expect(at({ ...nothing, startedAt: ago(8) })).toBe('no-comments-yet');
  expect(at({ ...nothing, isPolled: false })).toBe('no-comments-yet');
});

test('a feed that stops answering is reported within ten seconds', () => {
  expect(at({ heardAt: ago(7) })).toBeNull();
  expect(at({ heardAt: ago(8) })).toBe('feed-silent');
  expect(at({ heardAt: null, movedAt: now })).toBe('feed-silent');
  expect(at({ isPolled: false, framesAt: ago(31) })).toBe('feed-silent');
});

test('a slowed page is given more than a minute', () => {
  expect(at({ heardAt: ago(65), isSlowed: true })).toBe('slowed');
  expect(at({ heardAt: ago(76), isSlowed: true })).toBe('feed-silent');
});

test('answers nobody can read, and rows the feed did not bring, mean a changed feed', () => {
  expect(at({ brokenSince: ago(1) })).toBeNull();
  expect(at({ brokenSince: ago(3) })).toBe('feed-unreadable');
  expect(at({ aloneAt: ago(5) })).toBe('feed-unreadable');
  expect(at({ aloneAt: ago(31) })).toBeNull();
});

test('rows that cannot be read are reported, also before anything was heard', () => {
  expect(at({ blindSince: ago(3) })).toBe('rows-unreadable');
  expect(at({ blindSince: ago(3), heardAt: null, movedAt: null })).toBe('rows-unreadable');
  expect(at({ listlessSince: ago(8) })).toBe('rows-unreadable');
});

test('what a person can mend comes first', () => {
  expect(at({ isLoggedOut: true, notice: 'idle-dialog' })).toBe('logged-out');
  expect(at({ notice: 'idle-dialog', heardAt: ago(20) })).toBe('idle-dialog');
  expect(at({ notice: 'list-paused' })).toBeNull();
  expect(at({ notice: 'list-paused', isPolled: false })).toBe('list-paused');
  expect(at({ notice: 'list-paused', brokenSince: ago(4) })).toBe('list-paused');
});

test('a feed and a list that both work and disagree are reported', () => {
  expect(at({ disagreedAt: ago(5) })).toBe('paths-disagree');
  expect(at({ disagreedAt: ago(31) })).toBeNull();
});

test('a page that moves while nothing of it is understood is no quiet room', () => {
  const blind = { heardAt: null, movedAt: null, isListed: false, startedAt: ago(8) };

  expect(at({ ...blind, stirredAt: ago(1) })).toBe('page-unreadable');
  expect(at({ ...blind, stirredAt: null })).toBe('no-comments-yet');
  expect(at({ isListed: false, stirredAt: ago(1) })).toBeNull();
});

test('a list without a tap says that only half is there', () => {
  expect(at({ isHooked: false, heardAt: null })).toBe('hook-missing');
});

test('the ways that work are named', () => {
  expect(waysOf({ ...well })).toEqual({ feed: true, list: true });
  expect(waysOf({ ...well, heardAt: ago(9) })).toEqual({ feed: false, list: true });
  expect(waysOf({ ...well, brokenSince: ago(4), isListed: false })).toEqual({ feed: false, list: false });
});

test('after the end silence is no trouble', () => {
  expect(at({ hasEnded: true, heardAt: ago(600), isLoggedOut: true })).toBeNull();
});

test('the report comes when something has changed, and at most every two seconds', () => {
  const report = createReporter();
  const figures = (feed: number): Figures => ({
    trouble: null,
    feed,
    dom: 0,
    merged: 0,
    dropped: { malformed: 0, oversized: 0, duplicate: 0 },
  });

  const said = [0, 500, 2000, 2500, 4500, 9000].map((ms, i) => report(figures(Math.min(i, 3)), now + ms));

  expect(said.map((event) => event?.feed ?? null)).toEqual([0, null, 2, null, 3, null]);
});

test('another trouble is reported at once, and a last word in any case', () => {
  const report = createReporter();
  const dropped = { malformed: 0, oversized: 0, duplicate: 0 };
  const figures: Figures = { trouble: null, feed: 0, dom: 0, merged: 0, dropped };

  const first = report(figures, now);
  const broken = report({ ...figures, trouble: 'feed-silent' }, now + 500);
  const same = report({ ...figures, trouble: 'feed-silent' }, now + 900);
  const last = report({ ...figures, trouble: 'feed-silent' }, now + 1000, true);
  const alive = report({ ...figures, trouble: 'feed-silent' }, now + 31_000);

  expect([first, broken, same, last, alive].map((event) => event !== null)).toEqual([
    true,
    true,
    false,
    true,
    true,
  ]);
});

test('that the feed answers at all is told in a room where nobody speaks', () => {
  const report = createReporter();
  const dropped = { malformed: 0, oversized: 0, duplicate: 0 };
  const figures: Figures = { trouble: null, feed: 0, dom: 0, merged: 0, dropped };
  const withPulse = (heardAt: number | null) => ({ ...figures, pulse: { heardAt, lastAt: null } }) as Figures;

  const said = [null, null, now + 2500, now + 4500].map((heardAt, i) =>
    report(withPulse(heardAt), now + 2000 * i),
  );

  expect(said.map((event) => event !== null)).toEqual([true, false, true, false]);
});
