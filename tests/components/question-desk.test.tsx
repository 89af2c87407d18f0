import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { RoomActions } from '../../components/room/actions.ts';
import type { Clock } from '../../components/room/clock.ts';
import { QuestionDesk } from '../../components/room/QuestionDesk.tsx';
import { useDoing } from '../../components/store.ts';
import type { CheckedText } from '../../lib/compliance/types.ts';
import { createRoomState } from '../../lib/room/fold.ts';
import type { Question, RoomState } from '../../lib/room/state.ts';
import { checker, commentRow, question, show, start } from './show.tsx';

const actions = () =>
  ({
    limit: 50,
    clear: (text: string) => text as CheckedText,
    fill: vi.fn(async () => ({ ok: true as const, previous: '' })),
    restore: vi.fn(async () => ({ ok: true as const, previous: '' })),
    close: vi.fn(),
    showed: vi.fn(),
    drafted: vi.fn(),
    overrule: (text: string, reason: string) => ({ text: text as CheckedText, reason, findings: [] }),
  }) satisfies RoomActions;

function roomWith(questions: Question[]): RoomState {
  const state = createRoomState();
  for (const one of questions) state.questions.set(one.id, one);
  return state;
}

const desk = (state: RoomState, done: RoomActions | null = actions()) => (
  <QuestionDesk state={state} checker={checker} judge={null} suggest={() => []} actions={done} />
);

/** A clock that is moved by hand. */
function handClock(): Clock & { move(ms: number): void } {
  const listeners = new Set<() => void>();
  let at = start + 60_000;
  return {
    now: () => at,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    move(ms) {
      at += ms;
      act(() => {
        for (const listener of listeners) listener();
      });
    },
  };
}

const shown = () => screen.getAllByRole('option').map((card) => card.querySelector('bdi')?.textContent);
const chosen = () => screen.queryByRole('option', { selected: true })?.querySelector('bdi')?.textContent;
const press = (key: string) => fireEvent.keyDown(document.body, { key });

const three = () => [
  question('a', '穿什么码', { count: 9 }),
  question('b', '几天到', { count: 5 }),
  question('c', '能用券吗'),
];

test('J and K walk the cards, weightiest first, and stop at the ends', () => {
  show(desk(roomWith(three())));

  press('j');
  expect(chosen()).toBe('穿什么码');
  press('j');
  press('ArrowDown');
  press('j');
  expect(chosen()).toBe('能用券吗');
  press('k');
  expect(chosen()).toBe('几天到');
});

test('E closes the selected card as spoken and goes to the next', () => {
  const done = actions();
  show(desk(roomWith(three()), done));

  press('j');
  press('e');

  expect(done.close).toHaveBeenCalledExactlyOnceWith('a', 'spoken');
  expect(chosen()).toBe('几天到');
});

test.each(['x', 'Delete'])('%s dismisses the selected card', (key) => {
  const done = actions();
  show(desk(roomWith(three()), done));

  press('j');
  press(key);

  expect(done.close).toHaveBeenCalledExactlyOnceWith('a', 'dismissed');
});

test('in a replay nothing can be closed or filled', () => {
  show(desk(roomWith(three()), null));

  press('j');
  press('e');

  expect(chosen()).toBe('穿什么码');
  expect(screen.queryByRole('button', { name: /已口播/ })).toBeNull();
  expect(screen.queryByLabelText('自己写的回复')).toBeNull();
});

test('cards change places with time, but not under the pointer', () => {
  const clock = handClock();
  const state = roomWith(three());
  const { again } = show(desk(state), clock);
  const overtake = (orders: number) => {
    (state.questions.get('c') as Question).traits.order = orders;
    again(desk(state));
    clock.move(2000);
    again(desk(state));
  };

  fireEvent.pointerMove(screen.getByRole('listbox', { name: '待答问题' }));
  overtake(50);
  expect(shown()).toEqual(['穿什么码', '几天到', '能用券吗']);

  fireEvent.pointerLeave(screen.getByRole('listbox', { name: '待答问题' }).parentElement as Element);
  overtake(60);
  expect(shown()).toEqual(['能用券吗', '穿什么码', '几天到']);
});

test('a card says how long it waits, in words too, and grows red', () => {
  const clock = handClock();
  show(desk(roomWith([question('a', '穿什么码', { since: start + 56_000 })])), clock);
  const card = () => screen.getByRole('option');

  expect(card().textContent).toContain('刚问 00:04');
  clock.move(2000);
  expect(card().textContent).toContain('等待超过 5 秒 00:06');
  clock.move(30_000);
  expect(card().textContent).toContain('等待超过 30 秒 00:36');
});

test('any comment can be answered, also one that is no question', () => {
  const state = roomWith([]);
  state.feed.push(commentRow(3, '主播你好美'));
  show(desk(state));

  fireEvent.keyDown(document.body, { key: 'j' });
  useDoing.getState().set({ question: 'c3' });

  return expect(screen.findByText('主播你好美')).resolves.toBeTruthy();
});
