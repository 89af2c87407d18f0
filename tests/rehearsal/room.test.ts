import { describe, expect, test } from 'vitest';
import { createCrowd } from '../../rehearsal/crowd.ts';
import { type Awkwardness, calm } from '../../rehearsal/options.ts';
import { createPlayer } from '../../rehearsal/player.ts';
import { createRoom } from '../../rehearsal/room.ts';
import { lines } from '../../rehearsal/viewers.ts';

function setUp({ backlog = 0, awkward = calm as Awkwardness, total = 100 } = {}) {
  const clock = { now: Date.UTC(2026, 10, 11, 12) };
  const crowd = createCrowd('taobao', 1, 50);
  const player = createPlayer({
    platform: 'taobao',
    seed: 1,
    rate: 10,
    total,
    durationMs: Number.POSITIVE_INFINITY,
    awkward,
    crowd,
    lines,
  });
  const room = createRoom({
    platform: 'taobao',
    seed: 1,
    player,
    anchor: crowd.anchor,
    backlog,
    now: () => clock.now,
  });
  const pass = (ms: number) => {
    clock.now += ms;
  };
  return { room, pass };
}

const ids = (comments: readonly { id: string }[]) => comments.map(({ id }) => id);

describe('room', () => {
  test('counts a comment as said when the page has asked for what comes after it', () => {
    const { room, pass } = setUp();
    room.play();
    pass(2000);

    const first = room.read(null);
    const before = room.said();
    room.read(first.cursor);

    expect(first.comments.length).toBeGreaterThan(10);
    expect(before).toEqual([]);
    expect(ids(room.said())).toEqual(ids(first.comments));
  });

  test('gives a reloaded page the backlog and all that never arrived', () => {
    const { room, pass } = setUp({ backlog: 3 });
    room.play();
    pass(1000);
    const first = room.read(null);
    pass(1000);
    const lost = room.read(first.cursor);

    const again = room.read(null);

    expect(ids(again.comments)).toEqual(ids(lost.comments));
    room.read(again.cursor);
    expect(room.read(null).comments).toHaveLength(3);
    expect(ids(room.said())).toEqual([...ids(first.comments), ...ids(lost.comments)]);
  });

  test('counts what is delivered twice once, and system rows not at all', () => {
    const { room, pass } = setUp({ awkward: { ...calm, redelivered: 0.5, systemRows: 0.5 } });
    room.play();
    pass(60_000);

    const { comments, cursor } = room.read(null);
    room.read(cursor);

    expect(comments.length).toBeGreaterThan(180);
    expect(room.said()).toHaveLength(100);
  });

  test('stands still while paused', () => {
    const { room, pass } = setUp();
    room.play();
    pass(1000);
    room.pause();
    const { cursor } = room.read(null);
    pass(5000);

    const later = room.read(cursor);
    room.play();
    pass(1000);
    const after = room.read(later.cursor);

    expect(later.comments).toEqual([]);
    expect(after.comments.length).toBeLessThan(15);
  });

  test('returns what the broadcaster wrote as a row, but not the same at once again', () => {
    const { room, pass } = setUp();

    const answers = [room.say('今天发货'), room.say('今天发货')];
    pass(6000);
    answers.push(room.say('今天发货'));
    room.read(room.read(null).cursor);

    expect(answers).toEqual([true, false, true]);
    expect(room.said().map(({ text, anchor }) => [text, anchor])).toEqual([
      ['今天发货', true],
      ['今天发货', true],
    ]);
  });

  test('hears a viewer outside the script', () => {
    const { room } = setUp();

    const id = room.hear({ user: '42', nick: '路人', badges: [] }, '能退吗');
    room.read(room.read(null).cursor);

    expect(room.said()).toMatchObject([{ id, user: '42', nick: '路人', text: '能退吗', anchor: false }]);
  });

  test('moves on to a room with its own id and no rows of the old one', () => {
    const { room, pass } = setUp({ backlog: 2 });
    const old = room.id();
    room.play();
    pass(1000);
    const { cursor } = room.read(null);
    room.acknowledge(cursor);

    room.move();
    const empty = room.read(cursor);
    room.play();
    pass(1000);
    const fresh = room.read(empty.cursor);
    room.acknowledge(fresh.cursor);

    expect(room.id()).not.toBe(old);
    expect(empty.comments).toEqual([]);
    expect(room.said().at(-1)?.room).toBe(room.id());
    expect(ids(room.said())).toContain(fresh.comments[0]?.id);
  });
});
