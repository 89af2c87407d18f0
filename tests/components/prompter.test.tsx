import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { PreferencesContext } from '../../components/frame/use-preferences.ts';
import { Prompter } from '../../components/prompter/Prompter.tsx';
import type { RoomActions } from '../../components/room/actions.ts';
import type { LiveEvent, LoggedEvent, PromptCard } from '../../lib/model.ts';
import { readPreferences } from '../../lib/preferences.ts';
import { createRoomState, fold } from '../../lib/room/fold.ts';
import { comment } from '../fixtures/events.ts';
import { settle, show, start } from './show.tsx';

const stamp = { at: start, seenAt: start };
const put = (id: string, over: Partial<PromptCard> = {}): LiveEvent => ({
  kind: 'prompt',
  ...stamp,
  card: {
    id,
    what: 'question',
    asked: '几天发货',
    answer: '48小时内发出',
    unsaid: [],
    product: { name: '3号 面霜', facts: ['价格 129元', '规格 50g'], avoid: ['药妆'] },
    by: 'control',
    rules: '',
    ...over,
  },
});
function stateAfter(events: readonly LiveEvent[]) {
  const state = createRoomState();
  for (const [seq, event] of events.entries()) fold(state, { ...event, seq } as LoggedEvent);
  return state;
}
const hands = () => ({ prompt: vi.fn(() => true), turn: vi.fn(), close: vi.fn() });

async function prompter(events: readonly LiveEvent[], actions = hands(), change = vi.fn()) {
  const preferences = readPreferences({});
  show(
    <PreferencesContext value={[preferences, change]}>
      <Prompter
        state={stateAfter(events)}
        actions={actions as unknown as RoomActions}
        suggest={() => [{ script: 's', text: '今天就发' }]}
        products={[]}
        unwritten={0}
      />
    </PreferencesContext>,
  );
  await settle();
  return { actions, change };
}
const press = (key: string) => fireEvent.keyDown(document.body, { key });

test('the host reads the question, the answer, three facts and what must not be said', async () => {
  await prompter([put('q', { unsaid: ['最好'] })]);

  for (const words of ['几天发货', '48小时内发出', '价格 129元', '药妆', '不要照念：最好'])
    expect(screen.getByText(words)).toBeTruthy();
});

test.each([' ', 'ArrowRight', 'PageDown'])(
  '“%s” pulls the next waiting question with a checked reply',
  async (key) => {
    const { actions } = await prompter([comment('几天发货', { id: 'q', at: start })]);

    press(key);

    expect(actions.prompt).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ id: 'q', by: 'host', words: '今天就发' }),
    );
  },
);

test('a reply that the rules stop is left out, and the question comes all the same', async () => {
  const actions = { ...hands(), prompt: vi.fn().mockReturnValueOnce(false).mockReturnValue(true) };
  await prompter([comment('几天发货', { id: 'q', at: start })], actions);

  press('PageDown');

  expect(actions.prompt).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'q', words: '' }));
});

test('back goes to the card before, E closes the question, B blanks the screen', async () => {
  const { actions } = await prompter([put('a'), put('b')]);

  press('PageUp');
  press('e');
  press('b');

  expect(actions.turn.mock.calls).toEqual([['a'], [null]]);
  expect(actions.close).toHaveBeenCalledExactlyOnceWith('b', 'spoken');
});

test('a key that is held down does it once', async () => {
  const { actions } = await prompter([put('a'), put('b')]);

  fireEvent.keyDown(document.body, { key: 'PageUp', repeat: true });

  expect(actions.turn).not.toHaveBeenCalled();
});

test('a remote does not press the button that was clicked last', async () => {
  const { actions, change } = await prompter([put('a'), put('b')]);
  const mirror = screen.getByRole('button', { name: '镜像' });
  mirror.focus();
  change.mockClear();

  const isLet = fireEvent.keyDown(mirror, { key: 'PageUp' });

  expect(isLet).toBe(false);
  expect(change).not.toHaveBeenCalled();
  expect(actions.turn).toHaveBeenCalledWith('a');
});

test('type stays within 60 and 120, and mirror and colours turn by a key', async () => {
  const { change } = await prompter([]);

  for (const key of ['+', '-', 'm', 't']) press(key);

  expect(change.mock.calls.map(([{ prompter }]) => prompter)).toEqual([
    { size: 84, theme: 'dark', mirror: false },
    { size: 72, theme: 'dark', mirror: false },
    { size: 78, theme: 'dark', mirror: true },
    { size: 78, theme: 'light', mirror: false },
  ]);
});

test('an empty screen says how many wait and how to get one', async () => {
  await prompter([comment('几天发货', { id: 'q', at: start })]);

  expect(screen.getAllByText('待答 1').length).toBeGreaterThan(0);
  expect(screen.getByText(/空格/)).toBeTruthy();
});
