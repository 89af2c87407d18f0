import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptRoom, linesOf } from '../../../lib/index/kept-state.ts';
import type { LiveEvent } from '../../../lib/model.ts';
import { openQuestions } from '../../../lib/room/board-order.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import { gather, wordingsOf } from '../../../lib/room/question.ts';
import type { RoomState } from '../../../lib/room/state.ts';
import { stamp, start } from '../../fixtures/day.ts';
import { comment } from '../../fixtures/events.ts';
import { plainRoom } from '../../fixtures/plain-room.ts';

function room(events: readonly LiveEvent[], state = createRoomState()): RoomState {
  for (const event of events) fold(state, { ...event, seq: state.seq });
  return state;
}

const words = ['几天能到货', '多久到货', '什么时候到货啊'];
const asked = (text: string, second: number, nick = `n${second}`) =>
  comment(text, { ...stamp(second), id: `c${second}`, nick });
const three = words.map((text, i) => asked(text, i));
const keyOf = (state: RoomState, text: string): string =>
  [...state.questions.values()].flatMap(wordingsOf).find(([, wording]) => wording.text === text)?.[0] ?? text;
const cards = (state: RoomState) =>
  openQuestions(state, start + 60_000).map(({ text, count }) => [text, count]);

const before = room(three);
const splitOff = (text: string, into = 'own', second = 10): LiveEvent => ({
  kind: 'split',
  question: 'c0',
  wording: keyOf(before, text),
  into,
  ...stamp(second),
});

test('a card knows its wordings, with how often and by how many each was asked', () => {
  const state = room([...three, asked('多久到货？？', 4, 'n1'), asked('多久到货[玫瑰]', 5)]);

  const [card] = state.questions.values();
  expect(wordingsOf(card!).map(([, { text, count, askers }]) => [text, count, askers.size])).toEqual([
    ['多久到货', 3, 2],
    ['几天能到货', 1, 1],
    ['什么时候到货啊', 1, 1],
  ]);
});

test('a wording that is split off waits on a card of its own, and what asks it later goes there', () => {
  const state = room([...three, splitOff('多久到货'), asked('多久到货？', 20), asked('几天能到货', 21)]);

  expect(cards(state)).toEqual(
    expect.arrayContaining([
      ['多久到货', 2],
      ['几天能到货', 3],
    ]),
  );
  expect(state.questions.get('own')).toMatchObject({ from: 'c0', since: start + 1000 });
  expect(state.figures).toMatchObject({ asked: 2, waiting: 2 });
});

test('the wording that named the card can be split off, too: the card is then named by the next', () => {
  const state = room([...three, splitOff('几天能到货')]);

  expect(state.questions.get('c0')).toMatchObject({ text: '多久到货', count: 2, since: start + 1000 });
  expect(state.questions.get('own')).toMatchObject({ text: '几天能到货', count: 1, since: start });
});

test('what was answered before the split stays answered, on both cards', () => {
  const answered: LiveEvent = { kind: 'answer', question: 'c0', how: 'spoken', ...stamp(5) };

  const state = room([...three, answered, splitOff('多久到货')]);
  expect(openQuestions(state, start)).toEqual([]);
  expect(state.figures).toMatchObject({ asked: 1, answered: 1, waiting: 0 });

  const again = room([asked('多久到货', 20)], state);
  expect(cards(again)).toEqual([['多久到货', 2]]);
  expect(again.figures).toMatchObject({ asked: 2, answered: 1, waiting: 1 });
});

test('nothing is split off that is alone, unknown, or would take the place of another card', () => {
  const alone = room([asked('几天能到货', 0), splitOff('几天能到货')]);
  const unknown = room([...three, { ...splitOff('几天能到货'), wording: '别的' } as LiveEvent]);
  const taken = room([...three, splitOff('多久到货', 'c0')]);

  for (const state of [alone, unknown, taken]) expect(state.questions.size).toBe(1);
});

test('a split that is taken back leaves the room as it was', () => {
  const back: LiveEvent = { kind: 'join', question: 'own', ...stamp(11) };

  for (const text of words) {
    const state = room([...three, splitOff(text), back]);
    expect(byWording(state)).toEqual(byWording(before));
    expect(state.figures).toEqual(before.figures);
    expect(state.apart.size).toBe(0);
  }
});

test('a filled reply on its way follows the card that is put back', () => {
  const fill: LiveEvent = { kind: 'fill', text: '一般三天到', question: 'own', rules: 'v', ...stamp(12) };
  const state = room([...three, splitOff('多久到货'), fill, { kind: 'join', question: 'own', ...stamp(13) }]);

  expect(state.filled?.question).toBe('c0');
});

/** Questions as plain data; the order of wordings means nothing. */
const byWording = ({ questions }: RoomState) =>
  [...questions.values()].map(({ wordings, ...rest }) => ({
    ...rest,
    wordings: Object.fromEntries(wordings),
  }));

const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('ask' as const), what: fc.nat(2), who: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('split' as const), what: fc.nat(2), who: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('join' as const), what: fc.nat(9), who: fc.nat(4) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('answer' as const), what: fc.nat(9), who: fc.nat(4) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hand' as const), what: fc.nat(9), who: fc.nat(4) }) },
);

test('whatever is asked, split, joined, answered: no count is lost or doubled, and a room that was kept goes on alike', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const state = createRoomState();
      let clone: RoomState | null = null;
      let kept: RoomState | null = null;
      let comments = 0;
      for (const [i, { do: what, what: which, who }] of acts.entries()) {
        const all = [...state.questions.keys()];
        const question = all[which % Math.max(1, all.length)] ?? 'none';
        const events: Record<typeof what, LiveEvent> = {
          // some come late, by the platform's clock
          ask: { ...asked(words[which] ?? '', i, `n${who}`), at: start + (i - who) * 1000 },
          split: {
            kind: 'split',
            question,
            wording: keyOf(state, words[which] ?? ''),
            into: `own${i}`,
            ...stamp(i),
          },
          join: { kind: 'join', question, ...stamp(i) },
          answer: { kind: 'answer', question, how: who === 0 ? 'dismissed' : 'spoken', ...stamp(i) },
          hand: { kind: 'hand', question, ...stamp(i) },
        };
        if (what === 'ask') comments++;
        fold(state, { ...events[what], seq: i });
        for (const other of [clone, kept]) if (other) fold(other, { ...events[what], seq: i });
        if (i === 15) {
          clone = structuredClone(state);
          kept = keptRoom(linesOf(state)).state((seq) => state.feed.find((row) => row.seq === seq));
        }

        const questions = [...state.questions.values()];
        expect(questions.reduce((sum, { count }) => sum + count, 0)).toBe(comments);
        expect(questions.filter(({ answeredAt }) => answeredAt === null).length).toBe(state.figures.waiting);
        for (const one of questions) {
          const again = structuredClone(one);
          gather(again);
          expect(again).toEqual(one);
        }
      }
      if (clone) expect(clone).toEqual(state);
      if (kept) expect(plainRoom(kept)).toEqual(plainRoom(state));
    }),
    { numRuns: 200 },
  );
});
