import { expect, test } from 'vitest';
import { pickSession } from '../../components/panel/pick-session.ts';
import type { Session } from '../../lib/model.ts';

const now = 1.7e12;
const session = (id: string, more: Partial<Session> = {}): Session => ({
  id,
  platform: 'douyin',
  roomId: id,
  title: id,
  tabId: null,
  startedAt: now - 60_000,
  lastAt: now - 1000,
  endedAt: null,
  isClosed: false,
  events: 1,
  comments: 1,
  rejected: 0,
  streams: {},
  loose: 0,
  ...more,
});
const pick = (sessions: Session[], more: { chosen?: string; tab?: number } = {}) =>
  pickSession(sessions, { chosen: more.chosen ?? null, tab: more.tab ?? null, now })?.id;

test('the room of the tab in front is shown', () => {
  expect(pick([session('new', { tabId: 1 }), session('front', { tabId: 2 })], { tab: 2 })).toBe('front');
});

test('a room chosen by hand goes before the tab in front', () => {
  expect(pick([session('a', { tabId: 1 }), session('b')], { tab: 1, chosen: 'b' })).toBe('b');
});

test('beside another tab the newest running room is shown', () => {
  const over = session('over', { endedAt: now - 10 });

  expect(pick([over, session('running', { tabId: 1 })], { tab: 9 })).toBe('running');
});

test('a broadcast that just ended stays, yesterday’s does not', () => {
  const yesterday = session('old', { endedAt: now - 9e7, lastAt: now - 9e7 });

  expect(pick([session('over', { endedAt: now - 10 }), yesterday])).toBe('over');
  expect(pick([yesterday])).toBeUndefined();
});

test('a session that nobody ended is not running for ever', () => {
  expect(pick([session('stale', { lastAt: now - 7.2e6 })])).toBeUndefined();
});
