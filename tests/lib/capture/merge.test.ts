import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMerge } from '../../../lib/capture/merge.ts';
import { createSeen } from '../../../lib/capture/seen.ts';
import type { CommentEvent } from '../../../lib/model.ts';
import type { Said } from '../../../lib/platforms/platform.ts';

const start = 1_790_000_000_000;
const options = () => ({ startedAt: start, isPolled: true, seen: createSeen() });
const said = (nick: string, text: string, more: Partial<Said> = {}): Said => ({ nick, text, ...more });
const sentences = (events: readonly CommentEvent[]) =>
  events.map(({ nick, text }) => `${nick}:${text}`).sort();

test('a comment that feed and list both show becomes one, with the feed’s id', () => {
  const merge = createMerge(options());

  merge.rows([said('新客小王：', '多少钱')], start, false);
  const heard = merge.feed([said('小王', '多少钱', { id: '7' })], start + 900, false);
  const late = merge.tick(start + 10_000);

  expect(heard).toMatchObject([{ id: '7', idKind: 'feed', source: 'feed', at: start + 900 }]);
  expect(late).toEqual([]);
  expect(merge.counts()).toMatchObject({ feed: 1, dom: 0, merged: 1, unmatched: 0 });
});

test('the same sentence from many people, and twice from one, are all kept', () => {
  const merge = createMerge(options());
  const crowd = [said('甲', '1', { id: '1' }), said('乙', '1', { id: '2' }), said('甲', '1', { id: '3' })];

  const heard = merge.feed(crowd, start, false);
  merge.rows([said('甲', '1'), said('乙', '1'), said('甲', '1')], start + 20, false);

  expect([...heard, ...merge.tick(start + 60_000)]).toHaveLength(3);
  expect(merge.counts().merged).toBe(3);
});

test('while the feed answers, a row it never brought is no comment', () => {
  const merge = createMerge(options());

  merge.feed([said('新人', '你好', { id: '1' })], start, false);
  merge.rows([said('旧人', '从前的话')], start, false);
  merge.feed([], start + 1000, false);

  expect(merge.tick(start + 3000)).toEqual([]);
  expect(merge.counts().unmatched).toBe(1);
});

test('a feed that answers but brings nothing refutes no row: its form may have changed', () => {
  const merge = createMerge(options());

  merge.feed([], start, true);
  merge.rows([said('小李', '还有货吗')], start + 500, false);
  merge.feed([], start + 2000, false);

  expect(merge.tick(start + 4000)).toMatchObject([{ nick: '小李', source: 'dom' }]);
});

test('a comment of the last room is none of the next', () => {
  const shared = options();
  createMerge(shared).feed([said('甲', '1', { id: '1' })], start, false);

  const next = createMerge(shared).feed([said('甲', '1', { id: '1' })], start + 5000, true);

  expect(next).toEqual([]);
});

test('rows are held while the feed may be dying, and admitted when it is given up', () => {
  const merge = createMerge(options());
  merge.feed([], start, false);
  merge.rows([said('小李', '还有货吗')], start + 500, false);

  const held = merge.tick(start + 4000);
  const admitted = merge.tick(start + 6000);

  expect(held).toEqual([]);
  expect(admitted).toMatchObject([{ nick: '小李', source: 'dom', idKind: 'synthetic', seenAt: start + 500 }]);
});

test('a feed that comes back does not tell again what the list told meanwhile', () => {
  const merge = createMerge(options());
  merge.feed([], start, false);
  merge.rows([said('小李', '还有货吗')], start + 10_000, false);
  merge.tick(start + 20_000);

  const again = merge.feed(
    [
      said('小李', '还有货吗', { id: '5', at: start + 9000 }),
      said('小李', '还有货吗', { id: '6', at: start + 95_000 }),
    ],
    start + 100_000,
    false,
  );

  expect(again.map(({ id }) => id)).toEqual(['6']);
});

test('the broadcaster’s own row is one whether the page calls her 我 or by name', () => {
  const merge = createMerge(options());
  merge.rows([said('主播我', '欢迎'), said('我', '拍下')], start, false);

  const heard = merge.feed(
    [said('旗舰店', '欢迎', { id: '1', anchor: true }), said('旗舰店', '拍下', { id: '2', anchor: true })],
    start + 100,
    false,
  );

  expect(heard.every((event) => event.anchor)).toBe(true);
  expect(merge.tick(start + 60_000)).toEqual([]);
});

test('an opening answer is backlog as far as it is older than capture', () => {
  const merge = createMerge(options());

  const [old, fresh, undated] = merge.feed(
    [
      said('a', '早', { id: '1', at: start - 60_000 }),
      said('b', '刚', { id: '2', at: start + 10 }),
      said('c', '不知', { id: '3' }),
    ],
    start + 50,
    true,
  );

  expect([old?.backlog, fresh?.backlog, undated?.backlog]).toEqual([true, undefined, true]);
});

test('ids made for comments without one are the same after a reload', () => {
  const opening = [said('甲', '1'), said('甲', '1'), said('乙', '好看', { at: start - 5000 })];
  const first = createMerge(options()).feed(opening, start, true);
  const second = createMerge({ ...options(), startedAt: start + 30_000 });

  const isStored = second.seed(first.map(({ id }) => id));
  const again = second.feed([...opening, said('甲', '1')], start + 30_100, true);

  expect(new Set(first.map(({ id }) => id)).size).toBe(3);
  expect(again.filter((event) => !isStored(event)).map(({ nick }) => nick)).toEqual(['甲']);
});

test('what the list told before a reload is not told again by the feed after it', () => {
  const before = createMerge(options());
  before.rows([said('小李', '还有货吗'), said('小李', '还有货吗')], start, false);
  const stored = before.tick(start + 5000);
  const after = createMerge({ ...options(), startedAt: start + 9000 });

  after.seed(stored.map(({ id }) => id));
  const told = after.feed(
    ['1', '2', '3'].map((id) => said('小李', '还有货吗', { id, at: start - 100 })),
    start + 9100,
    true,
  );

  expect(stored).toHaveLength(2);
  expect(told).toHaveLength(1);
});

test('a stored comment without an id does not stand in for a stranger’s of the same name', () => {
  const before = createMerge(options());
  const stored = before.feed([said('主播', '我不是主播', { userId: '1' })], start, false);
  const after = createMerge({ ...options(), startedAt: start + 9000 });

  after.seed(stored.map(({ id }) => id));
  const told = after.feed([said('主播', '我不是主播', { userId: '2', id: '5' })], start + 9100, true);

  expect(told.map(({ id }) => id)).toEqual(['5']);
});

/** One comment and how long it takes on either way (ms). */
interface Utterance {
  nick: string;
  text: string;
  hasId: boolean;
  pause: number;
  toList: number;
}
const utterance: fc.Arbitrary<Utterance> = fc.record({
  nick: fc.constantFrom('甲', '乙', '丙'),
  text: fc.constantFrom('1', '多少钱', '好看'),
  hasId: fc.boolean(),
  pause: fc.integer({ min: 0, max: 3000 }),
  toList: fc.integer({ min: 0, max: 2500 }),
});
const broadcast = fc.array(utterance, { maxLength: 40 });

interface Play {
  /** the feed answers every two seconds from..to (ms since start) and brings all that was said before */
  answers: (at: number) => boolean;
  /** the list shows what is said now */
  shows: (at: number) => boolean;
}

/** Plays a broadcast against a merge, event by event in order of time. */
function play(utterances: readonly Utterance[], { answers, shows }: Play) {
  let clock = start;
  const all = utterances.map((one, i) => {
    clock += one.pause;
    return { ...one, id: String(i), at: clock };
  });
  const merge = createMerge(options());
  const events: CommentEvent[] = [];
  const end = clock + 60_000;
  let told = 0;
  let listed = 0;
  const inList = all.map((one) => ({ one, at: one.at + one.toList })).sort((a, b) => a.at - b.at);
  for (let now = start; now <= end; now += 100) {
    for (; listed < inList.length && inList[listed]!.at <= now; listed += 1) {
      const { one, at } = inList[listed]!;
      if (shows(one.at - start)) merge.rows([said(one.nick, one.text)], at, false);
    }
    if ((now - start) % 2000 === 0 && answers(now - start)) {
      const fresh = all.filter((one, i) => i >= told && one.at <= now);
      told += fresh.length;
      const feed = fresh.map((one) =>
        said(one.nick, one.text, { at: one.at, ...(one.hasId && { id: one.id }) }),
      );
      events.push(...merge.feed(feed, now, false));
    }
    events.push(...merge.tick(now));
  }
  return { events, said: all.map(({ nick, text }) => `${nick}:${text}`).sort() };
}

const always = () => true;
const never = () => false;

test('each comment comes once, however feed and list overtake each other', () => {
  fc.assert(
    fc.property(broadcast, (utterances) => {
      const { events, said } = play(utterances, { answers: always, shows: always });
      expect(sentences(events)).toEqual(said);
    }),
  );
});

test('each comment comes once when only one way works', () => {
  fc.assert(
    fc.property(broadcast, fc.boolean(), (utterances, byFeed) => {
      const { events, said } = play(
        utterances,
        byFeed ? { answers: always, shows: never } : { answers: never, shows: always },
      );
      expect(sentences(events)).toEqual(said);
    }),
  );
});

test('each comment comes once when the feed falls silent and comes back', () => {
  fc.assert(
    fc.property(broadcast, fc.nat(30_000), fc.nat(60_000), (utterances, from, length) => {
      const answers = (at: number) => at < from || at > from + length;
      const { events, said } = play(utterances, { answers, shows: always });
      expect(sentences(events)).toEqual(said);
    }),
  );
});

test('ids are never given twice', () => {
  fc.assert(
    fc.property(broadcast, fc.nat(30_000), (utterances, from) => {
      const { events } = play(utterances, { answers: (at) => at < from, shows: always });
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    }),
  );
});

test('a comment that is delivered twice and drawn twice stays one, also where rows stand for themselves', () => {
  for (const drawn of [0, 300]) {
    const merge = createMerge({ ...options(), isPolled: false });
    const one = said('甲', '多少钱', { id: '1' });

    const first = merge.feed([one], start, false);
    merge.rows([said('甲', '多少钱')], start + drawn, false);
    if (drawn === 0) merge.rows([said('甲', '多少钱')], start + 2000, false);
    const again = merge.feed([one], start + 2000, false);
    if (drawn > 0) merge.rows([said('甲', '多少钱')], start + 2300, false);

    expect([...first, ...again, ...merge.tick(start + 20_000)]).toHaveLength(1);
  }
});
