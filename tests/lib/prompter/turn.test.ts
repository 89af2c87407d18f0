import { expect, test } from 'vitest';
import type { LiveEvent, LoggedEvent, PromptCard } from '../../../lib/model.ts';
import { beforeOf, countWaiting, nextOf, shownCard } from '../../../lib/prompter/turn.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import { comment } from '../../fixtures/events.ts';

const at = 1_790_000_000_000;
const stamp = { at, seenAt: at };
const put = (id: string, what: PromptCard['what'] = 'question'): LiveEvent => ({
  kind: 'prompt',
  ...stamp,
  card: { id, what, asked: id, answer: '', unsaid: [], product: null, by: 'control', rules: '' },
});
const said = (question: string): LiveEvent => ({ kind: 'answer', ...stamp, question, how: 'spoken' });
const asks = [
  comment('几天发货', { id: 'ship', userId: 'a', at }),
  comment('有优惠券吗', { id: 'coupon', userId: 'b', at: at + 1000 }),
];

function after(events: readonly LiveEvent[]) {
  const state = createRoomState();
  for (const [seq, event] of events.entries()) fold(state, { ...event, seq } as LoggedEvent);
  return state;
}
const next = (events: readonly LiveEvent[]) => {
  const found = nextOf(after(events), at + 5000);
  return found && ('card' in found ? found.card : found.question.id);
};

test('next is the card put up after this one, then the question that waits longest', () => {
  const turn: LiveEvent = { kind: 'prompt-turn', ...stamp, to: 'x' };

  expect(next([...asks, put('x'), put('y'), turn])).toBe('y');
  expect(next([...asks, put('x')])).toBe('ship');
  expect(next([...asks, put('ship')])).toBe('coupon');
  expect(next([put('x')])).toBe(null);
});

test('on an empty screen next is what was put up and never said', () => {
  expect(next([...asks, put('ship'), put('coupon'), said('coupon')])).toBe('ship');
  expect(next([...asks, put('ship'), said('ship')])).toBe('coupon');
  expect(next([put('vote', 'result'), { kind: 'prompt-turn', ...stamp, to: null }])).toBe(null);
});

test('a question that was answered in writing is not brought up again', () => {
  const filled: LiveEvent = { kind: 'fill', ...stamp, text: '48小时内发出', question: 'ship', rules: '' };
  const seen = comment('48小时内发出', { id: 'own', anchor: true, at });

  expect(next([...asks, filled, seen])).toBe('coupon');
});

test('back goes to the card before, and from an empty screen to the last one', () => {
  expect(beforeOf(after([put('x'), put('y')]))).toBe('x');
  expect(beforeOf(after([put('x')]))).toBe(null);
  expect(beforeOf(after([put('x'), put('y'), said('y')]))).toBe('y');
});

test('what waits is counted once, and not what is on the screen', () => {
  const state = after([...asks, put('ship')]);

  expect(shownCard(state)?.id).toBe('ship');
  expect(countWaiting(state)).toBe(1);
});
