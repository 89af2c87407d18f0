import { expect, test } from 'vitest';
import { captureState } from '../../components/room/capture-state.ts';
import { type Pulse, type Session, type Trouble, troubles } from '../../lib/model.ts';
import { createRoomState } from '../../lib/room/fold.ts';
import type { RoomState } from '../../lib/room/state.ts';

const running = { endedAt: null, tabId: 1 } as Session;
const room = (trouble: Trouble | null, live = true): RoomState => ({
  ...createRoomState(),
  live,
  health: {
    kind: 'health',
    at: 1e12,
    seenAt: 1e12,
    trouble,
    feed: 0,
    dom: 0,
    merged: 0,
    dropped: { malformed: 0, oversized: 0, duplicate: 0 },
  },
});

test('a live room without trouble is listened to', () => {
  expect(captureState(running, room(null))).toEqual({ kind: 'listening', trouble: null });
});

test('before the first comment it waits', () => {
  expect(captureState(running, room(null, false)).kind).toBe('waiting');
  expect(captureState(running, room('no-comments-yet')).kind).toBe('waiting');
});

test('a feed that has not answered yet is not called listening', () => {
  const early = room(null);
  const pulse = { heardAt: null, lastAt: null, ways: { feed: false, list: true } } as Pulse;
  early.health = { ...early.health!, pulse };

  expect(captureState(running, early).kind).toBe('waiting');
  expect(
    captureState(running, { ...early, health: { ...early.health, pulse: { ...pulse, heardAt: 1e12 } } }).kind,
  ).toBe('listening');
});

test('a page that does not answer is away, a silent feed beside a list is limited', () => {
  const silent = room('feed-silent');
  const listed = { ...silent.health!, pulse: { ways: { feed: false, list: true } } as Pulse };

  expect(captureState(running, room(null), false)).toEqual({ kind: 'lost', trouble: 'away' });
  expect(captureState(running, silent).kind).toBe('lost');
  expect(captureState(running, { ...silent, health: listed }).kind).toBe('limited');
});

test('a closed console is lost, an ended session is not', () => {
  expect(captureState({ ...running, tabId: null }, room(null))).toEqual({ kind: 'lost', trouble: 'away' });
  expect(captureState({ ...running, tabId: null, endedAt: 1e12 }, room('feed-silent'))).toEqual({
    kind: 'ended',
    trouble: null,
  });
});

test('no trouble is taken for listening', () => {
  for (const trouble of troubles) expect(captureState(running, room(trouble)).kind).not.toBe('listening');
});
