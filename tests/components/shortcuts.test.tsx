import { fireEvent } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { expect, test, vi } from 'vitest';
import { useShortcuts } from '../../components/room/use-shortcuts.ts';
import { show } from './show.tsx';

function Keys({ onPress }: { onPress: (key: string) => void }) {
  useShortcuts({ e: () => onPress('e'), Enter: () => onPress('Enter'), ArrowDown: () => onPress('down') });
  return (
    <>
      <input aria-label="field" />
      <input aria-label="speed" type="radio" />
      <button type="button">button</button>
      <button type="button" role="tab">
        tab
      </button>
    </>
  );
}

function listen() {
  const onPress = vi.fn();
  return { onPress, ...show(<Keys onPress={onPress} />) };
}

test('a key does what it is for, in either case', () => {
  const { onPress } = listen();

  fireEvent.keyDown(document.body, { key: 'e' });
  fireEvent.keyDown(document.body, { key: 'E', shiftKey: true });

  expect(onPress).toHaveBeenCalledTimes(2);
});

test('keys are left to a field that has the focus', () => {
  const { onPress, getByLabelText } = listen();

  fireEvent.keyDown(getByLabelText('field'), { key: 'e' });
  fireEvent.keyDown(getByLabelText('field'), { key: 'Enter' });

  expect(onPress).not.toHaveBeenCalled();
});

test('keys of an input method that is composing are not ours', () => {
  const { onPress } = listen();

  fireEvent.keyDown(document.body, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(document.body, { key: 'e', keyCode: 229 });

  expect(onPress).not.toHaveBeenCalled();
});

test('keys with a modifier belong to the browser', () => {
  const { onPress } = listen();

  for (const modifier of ['ctrlKey', 'metaKey', 'altKey'])
    fireEvent.keyDown(document.body, { key: 'e', [modifier]: true });

  expect(onPress).not.toHaveBeenCalled();
});

test('Enter and arrows press the button that has the focus, letters still reach us', () => {
  const { onPress, getByText } = listen();

  fireEvent.keyDown(getByText('button'), { key: 'Enter' });
  fireEvent.keyDown(getByText('button'), { key: 'ArrowDown' });
  fireEvent.keyDown(getByText('button'), { key: 'e' });

  expect(onPress.mock.calls).toEqual([['e']]);
});

test('Enter still fills after a tab was clicked: the tab itself has no use for it', () => {
  const { onPress, getByText } = listen();

  fireEvent.keyDown(getByText('tab'), { key: 'Enter' });
  fireEvent.keyDown(getByText('tab'), { key: 'ArrowDown' });

  expect(onPress.mock.calls).toEqual([['Enter'], ['down']]);
});

test('a chosen speed keeps only the arrows that choose another', () => {
  const { onPress, getByLabelText } = listen();

  fireEvent.keyDown(getByLabelText('speed'), { key: 'e' });
  fireEvent.keyDown(getByLabelText('speed'), { key: 'ArrowDown' });

  expect(onPress.mock.calls).toEqual([['e']]);
});

test('a key does what is on the screen from the first moment it is there', () => {
  const onPress = vi.fn();
  function Reply({ words }: { words: string }) {
    useShortcuts({ Enter: () => onPress(words) });
    return <p>{words}</p>;
  }
  function QuickHand({ sees }: { sees: string }) {
    useLayoutEffect(() => void fireEvent.keyDown(document.body, { key: 'Enter' }), [sees]);
    return null;
  }
  const both = (words: string) => (
    <>
      <Reply words={words} />
      <QuickHand sees={words} />
    </>
  );
  const { again } = show(both('nothing yet'));
  onPress.mockClear();

  again(both('有货的'));

  expect(onPress.mock.calls).toEqual([['有货的']]);
});
