import { expect, test } from 'vitest';
import { createReporter, diagnose, type Figures, type Signs } from '../../../lib/capture/health.ts';

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
  expect(at({ heardAt: ago(65), isSlowed: true })).toBeNull();
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
