import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LiveEvent } from '../../../lib/model.ts';
import { read, write } from '../../../lib/report/kept.ts';
import { mergeDigests } from '../../../lib/report/merge.ts';
import { after, digestsOf, fills, report, says, shows, start, weSay } from './stretches.ts';

const shipping = '亲，48小时内发货哦';
const script = {
  id: 'ship',
  intent: 'shipping',
  scene: 'conversion',
  text: shipping,
  examples: ['什么时候发货'],
} as const;

/** Two minutes in which every figure is known. */
const evening: LiveEvent[] = [
  { kind: 'room', phase: 'live', ...after(0) },
  { kind: 'metric', name: 'viewers', value: 8, ...after(0) },
  {
    kind: 'goods',
    ...after(1),
    items: [
      { id: 'p1', number: 1, title: '羊毛大衣' },
      { id: 'p2', number: 2, title: '不锈钢保温杯' },
    ],
    explaining: 'p1',
  },
  says(2, 'a', '什么时候发货'),
  shows(4, 'a-2', 'ship'),
  fills(6, shipping, { question: 'a-2', script: 'ship' }),
  weSay(8, shipping),
  says(10, 'b', '保温杯多少钱'),
  says(12, 'c', '太好看了很喜欢'),
  says(14, 'd', '质量太差了'),
  says(65, 'a', '2号链接多少钱'),
  weSay(70, '我们家最好'),
  says(75, 'd', '你们说最好'),
  { kind: 'answer', question: 'b-10', how: 'dismissed', ...after(80) },
  {
    kind: 'gap',
    from: start + 85_000,
    to: start + 115_000,
    reason: 'asleep',
    lost: 2,
    recovered: 1,
    ...after(115),
  },
  { kind: 'goods', ...after(118), items: [{ id: 'p2', number: 1, title: '不锈钢保温杯' }], explaining: null },
  says(120, 'e', '1号链接多少钱'),
];

test('a session that is known by heart gives the figures one counts by hand', () => {
  const made = report(evening, { scripts: [{ ...script, examples: [...script.examples] }] });

  expect(made).toMatchObject({ comments: 7, own: 2, backlog: 0, people: 5, interaction: { part: 5, of: 8 } });
  expect(made.minutes.map(({ at, comments, own }) => [at - start, comments, own])).toEqual([
    [0, 4, 1],
    [60_000, 2, 1],
    [120_000, 1, 0],
  ]);
  expect(made.sentiment).toEqual({ positive: 1, negative: 1, of: 7 });
  expect(made.answers).toMatchObject({ answered: 1, dismissed: 1, waits: { n: 1, median: null, p90: null } });
  expect(made.answers.within.first.part).toBe(1);
  expect(made.found?.own.map(({ rule, count }) => [rule, count])).toEqual([['A1-best', 1]]);
  expect(made.found?.viewers.map(({ rule, count }) => [rule, count])).toEqual([['A1-best', 1]]);
  expect(made.unseen).toMatchObject({ away: 30_000, lost: 2, recovered: 1, pending: 0, unreadable: 0 });
});

test('a comment counts for the product it names by the link numbers of its moment', () => {
  const { products } = report(evening);

  expect(products.map(({ id, named, during, explained }) => [id, named, during, explained])).toEqual([
    // 保温杯, 2号链接 then, 1号链接 now
    ['p2', 3, 0, 0],
    ['p1', 0, 6, 117_000],
  ]);
});

test('a reply counts as offered, accepted, filled and sent as it stood', () => {
  const { scripts } = report(evening, { scripts: [{ ...script, examples: [] }] });

  expect(scripts).toEqual([
    {
      id: 'ship',
      text: shipping,
      shown: 1,
      accepted: { part: 1, of: 1 },
      filled: 1,
      edited: 0,
      sentAsIs: 1,
      sentChanged: 0,
      // two minutes are too short to tell
      askedAgain: { part: 0, of: 0 },
      wordings: [],
    },
  ]);
});

test('what was not seen is said: a stretch that was not worked up, and one that cannot be read', () => {
  const [first, , third] = digestsOf(evening, [6, 12]);
  const merged = mergeDigests([first!, third!]);

  expect(merged).toMatchObject({ first: 0, to: evening.length, covered: evening.length - 6 });
});

/** Events of a room in which everything happens, by chance. */
const anything: fc.Arbitrary<LiveEvent[]> = fc
  .array(
    fc.record({
      what: fc.integer({ min: 0, max: 9 }),
      user: fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__'),
      text: fc.constantFrom(
        '什么时候发货',
        '保温杯多少钱',
        '1号链接多少钱',
        '最好的大衣',
        '太差了',
        'constructor 好看',
        '__proto__',
        '喜欢',
      ),
      wait: fc.integer({ min: 0, max: 90 }),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    let now = 0;
    let last = 'a-0';
    return steps.map(({ what, user, text, wait }): LiveEvent => {
      now += wait;
      if (what === 0) return weSay(now, shipping);
      if (what === 1)
        return fills(now, shipping, { question: last, script: 'ship', ...(wait % 2 && { edited: true }) });
      if (what === 2) return shows(now, last, 'ship', '__proto__');
      if (what === 3)
        return { kind: 'answer', question: last, how: wait % 2 ? 'spoken' : 'dismissed', ...after(now) };
      if (what === 4) {
        const items = [{ id: user, number: wait % 3, title: '羊毛大衣' }];
        return { kind: 'goods', ...after(now), items, explaining: wait % 2 ? user : null };
      }
      if (what === 5)
        return { kind: 'metric', name: wait % 2 ? 'online' : 'viewers', value: wait, ...after(now) };
      last = `${user}-${now}`;
      return says(now, user, text);
    });
  });

test('digests of any split, kept and read again, merged in any groups, give the same report', () => {
  fc.assert(
    fc.property(anything, fc.array(fc.nat(60)), fc.nat(5), (events, cuts, group) => {
      const whole = report(events);
      const kept = digestsOf(events, cuts).map((digest) => read(write(digest)));
      const grouped = [mergeDigests(kept.slice(0, group)), ...kept.slice(group)].filter(
        ({ covered }) => covered > 0,
      );

      expect(report(events, { cuts })).toEqual(whole);
      expect(mergeDigests(grouped.reverse())).toEqual(mergeDigests(digestsOf(events)));
    }),
    { numRuns: 150 },
  );
});
