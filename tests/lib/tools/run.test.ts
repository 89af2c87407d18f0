import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptRoom, linesOf } from '../../../lib/index/kept-state.ts';
import type { CommentEvent, LiveEvent, LoggedEvent, ToolSetup } from '../../../lib/model.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import { candidatesOf, createTools, foldTool, hearInTools, type Tools } from '../../../lib/tools/run.ts';
import { comment } from '../../fixtures/events.ts';

const stamp = { at: 1_790_000_000_000, seenAt: 1_790_000_000_000 };
const hash = 'a'.repeat(64);
const vote = (counts: 'last' | 'first'): ToolSetup => ({
  what: 'vote',
  title: '下一件讲哪个',
  options: [
    { name: '风衣', words: ['1'] },
    { name: '毛衣', words: ['2'] },
  ],
  counts,
});
const draw: ToolSetup = {
  what: 'draw',
  title: '抽三位连麦',
  words: ['来了'],
  winners: 3,
  prize: '',
  worth: null,
  blocked: ['加微信'],
  onceOnly: true,
  commitment: hash,
};
const quiz: ToolSetup = { what: 'quiz', title: '几种颜色', right: ['5'], wrong: [], first: 2 };

let seq = 0;
function started(setup: ToolSetup, tools = createTools(), id = 't'): Tools {
  foldTool(tools, { kind: 'tool', ...stamp, seq: seq++, id, setup, rules: '' });
  return tools;
}
function say(tools: Tools, user: string, text: string, over: Partial<CommentEvent> = {}): number {
  hearInTools(tools, { ...comment(text, { userId: user, ...over }), seq });
  return seq++;
}
const close = (tools: Tools, id = 't') =>
  foldTool(tools, { kind: 'tool-close', ...stamp, seq: seq++, tool: id });
const run = (tools: Tools) => tools.runs.at(-1)!;

test('each person has one vote, and it is the last or the first as was set', () => {
  const [last, first] = [started(vote('last')), started(vote('first'))];

  for (const tools of [last, first]) {
    say(tools, 'a', '1');
    say(tools, 'a', '扣2');
    say(tools, 'b', '1');
  }

  expect(run(last).counts).toEqual([1, 1]);
  expect(run(first).counts).toEqual([2, 0]);
  expect(run(last).count).toBe(2);
});

test('votes are those a plain count by person would give, whatever is said in which order', () => {
  const said = fc.record({
    user: fc.constantFrom('a', 'b', 'c', 'd'),
    text: fc.constantFrom('1', '2', '22', '多少钱', '扣1', '1还是2'),
    anchor: fc.constantFrom(undefined, true as const),
  });
  fc.assert(
    fc.property(
      fc.array(said, { maxLength: 60 }),
      fc.constantFrom('last' as const, 'first' as const),
      (all, counts) => {
        const tools = started(vote(counts));
        const expected = new Map<string, number>();
        for (const { user, text, anchor } of all) {
          say(tools, user, text, anchor ? { anchor } : {});
          const option = new Map([
            ['1', 0],
            ['扣1', 0],
            ['2', 1],
            ['22', 1],
          ]).get(text);
          if (anchor || option === undefined || (counts === 'first' && expected.has(user))) continue;
          expected.set(user, option);
        }

        const votes = [...expected.values()];
        expect(run(tools).counts).toEqual(
          [0, 1].map((option) => votes.filter((one) => one === option).length),
        );
        expect(run(tools).count).toBe(expected.size);
      },
    ),
  );
});

test('nothing counts before the start, after the end, from our own account or from the backlog', () => {
  const tools = createTools();
  say(tools, 'a', '1');
  started(vote('last'), tools);
  say(tools, 'b', '1', { anchor: true });
  say(tools, 'c', '1', { backlog: true });
  say(tools, 'd', '1');
  close(tools);
  say(tools, 'e', '1');

  expect(run(tools).counts).toEqual([1, 0]);
  expect(tools.open).toBe(0);
});

test('a quiz tells the first right answers; who guessed wrong may not guess again', () => {
  const tools = started(quiz);

  say(tools, 'a', '4');
  say(tools, 'a', '5');
  const first = say(tools, 'b', '5');
  say(tools, 'b', '5');
  say(tools, 'c', '有几个码');
  const second = say(tools, 'c', '答案是5');
  say(tools, 'd', '5');

  expect(run(tools).right.map((one) => one.seq)).toEqual([first, second]);
  expect(run(tools).counts).toEqual([1, 3]);
});

test('a draw takes each person once, and not who wrote a blocked word or has won before', () => {
  const tools = started(draw);
  const a = say(tools, 'a', '来了');
  say(tools, 'a', '来了来了');
  say(tools, 'b', '来了');
  say(tools, 'b', '想要的加微信');
  say(tools, 'c', '加微信');
  say(tools, 'c', '来了');
  expect(candidatesOf(run(tools))).toEqual([a]);
  close(tools);
  foldTool(tools, {
    kind: 'draw',
    ...stamp,
    seq: seq++,
    tool: 't',
    candidates: 1,
    digest: hash,
    secret: hash,
    places: [0],
    winners: [a],
  });

  started(draw, tools, 'next');
  say(tools, 'a', '来了');
  const d = say(tools, 'd', '来了');

  expect(candidatesOf(run(tools))).toEqual([d]);
  expect(tools.runs[0]?.people.size).toBe(0);
});

test('at most four tools listen at once: the oldest one closes', () => {
  const tools = createTools();
  for (const id of ['1', '2', '3', '4', '5']) started(vote('last'), tools, id);

  expect(tools.open).toBe(4);
  expect(tools.runs[0]?.closedAt).toBe(stamp.at);
});

test('a room with a tool that runs is the same after a checkpoint, and goes on from there', () => {
  const state = createRoomState();
  const events = [
    { kind: 'tool', ...stamp, id: 't', setup: draw, rules: '' },
    ...Array.from({ length: 200 }, (_, i) => comment('来了', { userId: `u${i}`, id: `c${i}` })),
  ] as LiveEvent[];
  for (const [at, event] of events.entries()) fold(state, { ...event, seq: at } as LoggedEvent);
  const restored = keptRoom(linesOf(state)).state(() => undefined);

  expect(restored.tools).toEqual(state.tools);
  hearInTools(restored.tools, { ...comment('来了', { userId: 'u3' }), seq: 300 });
  hearInTools(restored.tools, { ...comment('来了', { userId: 'new' }), seq: 301 });
  expect(candidatesOf(restored.tools.runs[0]!)).toEqual([...candidatesOf(state.tools.runs[0]!), 301]);
});
