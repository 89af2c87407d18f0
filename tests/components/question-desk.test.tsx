import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RoomActions } from '../../components/room/actions.ts';
import type { Clock } from '../../components/room/clock.ts';
import { QuestionDesk } from '../../components/room/QuestionDesk.tsx';
import { useDoing } from '../../components/store.ts';
import { createRoomState } from '../../lib/room/fold.ts';
import type { Question, RoomState } from '../../lib/room/state.ts';
import { hands } from './hands.ts';
import { checker, commentRow, question, show, start } from './show.tsx';

function roomWith(questions: Question[]): RoomState {
  const state = createRoomState();
  for (const one of questions) state.questions.set(one.id, one);
  return state;
}

const desk = (state: RoomState, done: RoomActions | null = hands()) => (
  <QuestionDesk state={state} checker={checker} suggest={() => []} actions={done} />
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
  const done = hands();
  show(desk(roomWith(three()), done));

  press('j');
  press('e');

  expect(done.close).toHaveBeenCalledExactlyOnceWith('a', 'spoken');
  expect(chosen()).toBe('几天到');
});

test.each(['x', 'Delete'])('%s dismisses the selected card', (key) => {
  const done = hands();
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

const merged = () => {
  const askers = (...who: number[]) => new Map(who.map((one) => [one, 0]));
  const wording = (text: string, first: number, who: number[]) => ({
    text,
    first,
    count: who.length,
    askers: askers(...who),
    since: start,
    lastAt: start,
    answered: null,
  });
  return question('a', '几天到', {
    count: 3,
    people: 3,
    wordings: new Map([
      ['几天到', wording('几天到', 0, [1])],
      ['多久到', wording('多久到', 1, [2, 3])],
    ]),
  });
};

test('a card tells its wordings and why they were merged, and one can be split off and put back', () => {
  const done = hands();
  show(desk(roomWith([merged()]), done));

  press('j');
  press('m');

  expect(screen.getByText(/都在问发货/)).toBeTruthy();
  expect(screen.getByText(/×2 · 2 人/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '拆出这条 多久到' }));
  expect(done.split).toHaveBeenCalledExactlyOnceWith('a', '多久到', expect.any(String));

  fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  expect(done.join).toHaveBeenCalledExactlyOnceWith(done.split.mock.calls[0]?.[2]);
});

test('when nobody knows, the question can be handed to a person and noted as a gap, by key and by button', () => {
  const done = hands();
  show(desk(roomWith(three()), done));

  press('j');
  press('g');
  expect(done.lack).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'a' }), null, false);
  fireEvent.click(screen.getByRole('button', { name: /转人工/ }));

  expect(done.hand).toHaveBeenCalledExactlyOnceWith('a', false);
  expect(chosen()).toBe('几天到');
});

test('a card that was handed on says so, can be taken back, and is closed as answered by that person', () => {
  const done = hands();
  show(desk(roomWith([question('a', '穿什么码', { handedAt: start, isLack: true })]), done));

  press('j');
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('已转人工');
  expect(screen.queryByRole('button', { name: /转人工 H|记为缺口 G/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '收回' }));
  expect(done.hand).toHaveBeenCalledExactlyOnceWith('a', true);
  fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  expect(done.lack).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'a' }), null, true);
  press('e');
  expect(done.close).toHaveBeenCalledExactlyOnceWith('a', 'handed');
});

test('in a replay the wordings can be seen and nothing be split', () => {
  show(desk(roomWith([merged()]), null));

  press('j');
  press('m');

  expect(screen.getByText(/都在问发货/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /拆出这条/ })).toBeNull();
});
