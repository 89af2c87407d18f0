import { expect, test } from 'vitest';
import { momentsOf } from '../../../lib/index/moments.ts';
import { outlineOf } from '../../../lib/index/outline.ts';
import type { LiveEvent, LoggedEvent } from '../../../lib/model.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import type { Turn } from '../../../lib/room/state.ts';
import { comment } from '../../fixtures/events.ts';

const start = 1_790_000_000_000;

/** The events in stretches of two, as the pass would hand them over. */
function outline(events: readonly LiveEvent[]) {
  const state = createRoomState();
  const stretches = [];
  for (let first = 0; first < events.length; first += 2) {
    const { goods } = state;
    const turns: Turn[] = [];
    const some = events
      .slice(first, first + 2)
      .map((event, i) => ({ ...event, seq: first + i }) as LoggedEvent);
    for (const event of some) fold(state, event, (turn) => turns.push(turn));
    const rows = state.feed.filter(({ seq }) => seq >= first);
    stretches.push(
      momentsOf({
        session: 's',
        first,
        count: some.length,
        events: some,
        rows,
        turns,
        goods,
      }),
    );
  }
  return outlineOf(stretches);
}
const stamp = (seconds: number) => ({ at: start + seconds * 1000, seenAt: start + seconds * 1000 });
const health = (seconds: number, trouble: 'feed-silent' | null): LiveEvent => ({
  kind: 'health',
  ...stamp(seconds),
  trouble,
  feed: 0,
  dom: 0,
  merged: 0,
  dropped: { malformed: 0, oversized: 0, duplicate: 0 },
});

test('questions that nobody answered stay, with the place where they were asked', () => {
  const found = outline([
    comment('几天能到新疆', { id: 'a', ...stamp(0) }),
    comment('能用优惠券吗', { id: 'b', ...stamp(10) }),
    { kind: 'answer', ...stamp(20), question: 'a', how: 'spoken' },
    comment('好看', { id: 'c', ...stamp(30) }),
    comment('几天能到新疆', { id: 'd', ...stamp(40) }),
  ]);

  expect(found.unanswered).toEqual([
    { seq: 1, at: start + 10_000 },
    { seq: 4, at: start + 40_000 },
  ]);
});

test('minutes that two stretches share are one', () => {
  const found = outline([
    comment('太好看了喜欢', stamp(0)),
    comment('质量太差了', stamp(10)),
    comment('你好', stamp(20)),
    comment('你好', stamp(70)),
  ]);

  expect(found.minutes.map(({ comments, positive, negative }) => [comments, positive, negative])).toEqual([
    [3, 1, 1],
    [1, 0, 0],
  ]);
});

test('a trouble is told when it begins and when it is over, however many stretches it lasts', () => {
  const found = outline([
    health(0, null),
    health(5, 'feed-silent'),
    health(10, 'feed-silent'),
    health(15, 'feed-silent'),
    health(20, null),
  ]);

  expect(found.moments.map((moment) => [moment.seq, 'trouble' in moment && moment.trouble])).toEqual([
    [1, 'feed-silent'],
    [4, null],
  ]);
});

test('a note stands at the moment it is about, not at the one it was written', () => {
  const found = outline([
    comment('你好', stamp(0)),
    comment('好', stamp(5)),
    { kind: 'mark', ...stamp(9000), of: start + 2000, place: 1, text: '看这里' },
  ]);

  expect(found.moments).toEqual([
    { seq: 1, at: start + 2000, what: 'mark', text: '看这里', noted: start + 9_000_000 },
  ]);
});

test('a plan that was started and a correction made on air are moments, a drill says that it is one', () => {
  const plan = {
    id: 'slip',
    name: '主播口误',
    risk: 2,
    trigger: '',
    say: '更正一下',
    owner: '',
    steps: [{ text: '停下', hours: 0 as const }],
  };
  const found = outline([
    { kind: 'plan', ...stamp(0), run: 'r', plan },
    { kind: 'plan', ...stamp(1), run: 'd', plan, drill: true },
    {
      kind: 'correction',
      ...stamp(2),
      run: 'r',
      said: '最低',
      saidAt: start,
      corrected: '以页面为准',
      correctedAt: start + 2000,
      who: '',
    },
  ]);

  expect(found.moments).toMatchObject([
    { what: 'plan', name: '主播口误', isDrill: false },
    { what: 'plan', isDrill: true },
    { what: 'correction', text: '以页面为准', isDrill: false },
  ]);
});
