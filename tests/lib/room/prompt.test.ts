import { expect, test } from 'vitest';
import type { LiveEvent, LoggedEvent, PromptCard } from '../../../lib/model.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import { comment } from '../../fixtures/events.ts';

const stamp = { at: 1_790_000_000_000, seenAt: 1_790_000_000_000 };
const card = (id: string, answer = '48小时内发出'): PromptCard => ({
  id,
  what: 'question',
  asked: '几天发货',
  answer,
  unsaid: [],
  product: null,
  by: 'control',
  rules: 'r',
});
const put = (one: PromptCard): LiveEvent => ({ kind: 'prompt', ...stamp, card: one });

function promptAfter(events: readonly LiveEvent[]) {
  const state = createRoomState();
  for (const [seq, event] of events.entries()) fold(state, { ...event, seq } as LoggedEvent);
  return state.prompt;
}

test('the card put up last is shown, and a newer answer takes the place of the older', () => {
  const { cards, shown } = promptAfter([put(card('a')), put(card('b')), put(card('a', '今天就发'))]);

  expect(shown).toBe('a');
  expect(cards.map(({ id, answer }) => [id, answer])).toEqual([
    ['b', '48小时内发出'],
    ['a', '今天就发'],
  ]);
});

test('the host turns to another card, or to none; one that is not there is none', () => {
  const turn = (to: string | null): LiveEvent => ({ kind: 'prompt-turn', ...stamp, to });

  expect(promptAfter([put(card('a')), put(card('b')), turn('a')]).shown).toBe('a');
  expect(promptAfter([put(card('a')), turn(null)]).shown).toBe(null);
  expect(promptAfter([put(card('a')), turn('never')]).shown).toBe(null);
});

test('what was said leaves the screen and closes the question', () => {
  const asked = comment('几天发货', { id: 'q' });
  const answer: LiveEvent = { kind: 'answer', ...stamp, question: 'q', how: 'spoken' };

  expect(promptAfter([asked, put(card('q')), answer]).shown).toBe(null);
  expect(promptAfter([asked, put(card('q')), put(card('b')), answer]).shown).toBe('b');
});

test('at most sixty cards are kept', () => {
  const { cards } = promptAfter(Array.from({ length: 100 }, (_, i) => put(card(`${i}`))));

  expect(cards.map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_, i) => `${i + 40}`));
});
