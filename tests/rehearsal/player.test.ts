import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { platformIds } from '../../lib/model.ts';
import { createCrowd } from '../../rehearsal/crowd.ts';
import { calm, usual } from '../../rehearsal/options.ts';
import { type Comment, createPlayer, type PlayerOptions } from '../../rehearsal/player.ts';
import { lines } from '../../rehearsal/viewers.ts';

const epoch = Date.UTC(2026, 10, 11, 12);
const forever = 1e9;

function player(over: Partial<PlayerOptions> = {}) {
  const { platform = 'douyin', seed = 7 } = over;
  return createPlayer({
    platform,
    seed,
    rate: 50,
    total: 500,
    durationMs: Number.POSITIVE_INFINITY,
    awkward: usual,
    crowd: createCrowd(platform, seed, 300),
    lines,
    ...over,
  });
}

const distinct = (comments: Comment[]) => [...new Set(comments)].filter(({ from }) => from !== 'system');
const sentence = ({ user, text }: Comment) => `${user} ${text}`;

describe('player', () => {
  test.each(platformIds)('plays the same room from the same seed on %s', (platform) => {
    const first = player({ platform }).due(forever, epoch);
    const second = player({ platform }).due(forever, epoch);

    expect(second).toEqual(first);
  });

  test('plays another room from another seed', () => {
    const first = player({ seed: 1 }).due(forever, epoch);
    const second = player({ seed: 2 }).due(forever, epoch);

    expect(second.map(sentence)).not.toEqual(first.map(sentence));
  });

  test('delivers the same however often it is asked', () => {
    const whole = player().due(forever, epoch);

    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 30 }), (times) => {
        const parts = player();
        const pieces = [...times.sort((a, b) => a - b), forever].flatMap((time) => parts.due(time, epoch));
        expect(pieces).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  test.each(platformIds)('says as many as it was told to, with an id each, on %s', (platform) => {
    const one = player({ platform, total: 3000 });

    const said = distinct(one.due(forever, epoch));

    expect(said).toHaveLength(3000);
    expect(new Set(said.map(({ id }) => id)).size).toBe(3000);
    expect(one.isDone()).toBe(true);
  });

  test('keeps its rate and its end', () => {
    const one = player({ rate: 20, total: Number.POSITIVE_INFINITY, durationMs: 30_000, awkward: calm });

    const firstTen = one.due(10_000, epoch);
    const rest = one.due(forever, epoch);

    expect(firstTen.length).toBeGreaterThan(180);
    expect(firstTen.length).toBeLessThan(220);
    expect(Math.max(...rest.map(({ at }) => at))).toBeLessThanOrEqual(epoch + 30_000);
    expect(one.isDone()).toBe(true);
  });

  test('says every line once before it says one twice', () => {
    const said = player({ awkward: calm, total: lines.length }).due(forever, epoch);

    expect(said.map(({ text }) => text).sort()).toEqual(lines.map(({ text }) => text).sort());
  });

  test('gives Douyin ids that a number cannot hold', () => {
    const ids = player({ total: 200 })
      .due(forever, epoch)
      .map(({ id }) => id);

    expect(ids.every((id) => /^\d{19}$/.test(id))).toBe(true);
    expect(new Set(ids.map(Number)).size).toBeLessThan(new Set(ids).size);
  });

  test('lets some come late, in another order, and twice', () => {
    const heard = player({ total: 1000 }).due(forever, epoch);

    const isOrdered = heard.every(({ at }, i) => i === 0 || at >= (heard[i - 1] as Comment).at);
    expect(isOrdered).toBe(false);
    expect(heard.length).toBeGreaterThan(new Set(heard).size);
  });

  test('repeats sentences, by others and by the same person', () => {
    const said = distinct(player({ total: 1000 }).due(forever, epoch)).filter(
      ({ from }) => from === 'viewer',
    );

    const texts = new Set(said.map(({ text }) => text));
    const sentences = new Set(said.map(sentence));
    expect(sentences.size).toBeGreaterThan(texts.size);
    expect(said.length).toBeGreaterThan(sentences.size);
  });

  test('lets who has no id speak only once', () => {
    const said = distinct(player({ total: 2000, awkward: { ...usual, withoutId: 0.1 } }).due(forever, epoch));

    const nameless = said.filter(({ hasId }) => !hasId);
    expect(nameless.length).toBeGreaterThan(50);
    for (const { user } of nameless) expect(said.filter((other) => other.user === user)).toHaveLength(1);
  });

  test('gives everyone a number of their own', () => {
    const crowd = createCrowd('kuaishou', 3, 100);
    const people = Array.from({ length: 500 }, () => crowd.stranger());

    expect(new Set(people.map(({ user }) => user)).size).toBe(500);
  });

  test('plays a recording in its order and with its own times', () => {
    const recorded = [
      { text: '甲', nick: '一', user: 'u1', at: 5000 },
      { text: '乙', nick: '二', at: 5700 },
      { text: '丙', at: 9000 },
    ];
    const one = player({ recorded, recordedPace: true, awkward: calm, total: Number.POSITIVE_INFINITY });

    expect(one.due(0, epoch).map(({ text }) => text)).toEqual(['甲']);
    expect(one.due(699, epoch)).toEqual([]);
    expect(one.due(4000, epoch).map(({ text, at }) => [text, at - epoch])).toEqual([
      ['乙', 700],
      ['丙', 4000],
    ]);
    expect(one.isDone()).toBe(true);
  });

  test('has a backlog from before the start', () => {
    const backlog = player().backlog(12, epoch);

    expect(backlog).toHaveLength(12);
    expect(backlog.every(({ at, backlog }) => backlog && at < epoch)).toBe(true);
  });
});
