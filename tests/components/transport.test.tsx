import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Transport } from '../../components/replay/Transport.tsx';
import { show, start } from './show.tsx';

function transport({ isPlaying = false, isRunning = false, position = 60_000 } = {}) {
  const replay = {
    play: vi.fn(),
    pause: vi.fn(),
    seek: vi.fn(),
    setSpeed: vi.fn(),
    step: vi.fn(),
    goLive: vi.fn(),
  };
  const view = {
    ...{ start, position, duration: 3_600_000, isPlaying, isRunning },
    ...{ isLive: false, isSeeking: false, speed: 1 as const },
  };
  show(<Transport replay={replay} view={view} />);
  return replay;
}

test('Space plays what stands still', () => {
  const still = transport();
  fireEvent.keyDown(document.body, { key: ' ' });
  expect(still.play).toHaveBeenCalledOnce();
});

test('Space pauses what plays', () => {
  const playing = transport({ isPlaying: true });
  fireEvent.keyDown(document.body, { key: ' ' });
  expect(playing.pause).toHaveBeenCalledOnce();
});

test('the arrows step, not past the beginning', () => {
  const replay = transport({ position: 2000 });

  fireEvent.keyDown(document.body, { key: 'ArrowRight' });
  fireEvent.keyDown(document.body, { key: 'ArrowLeft' });

  expect(replay.seek.mock.calls).toEqual([[7000], [0]]);
});

test('a comma and a full stop go from comment to comment', () => {
  const replay = transport();

  fireEvent.keyDown(document.body, { key: ',' });
  fireEvent.keyDown(document.body, { key: '.' });

  expect(replay.step.mock.calls).toEqual([[-1], [1]]);
});

test('End of a session that runs is now, of one that is over its end', () => {
  const running = transport({ isRunning: true });
  fireEvent.keyDown(document.body, { key: 'End' });
  expect(running.goLive).toHaveBeenCalledOnce();
  cleanup();

  const over = transport();
  fireEvent.keyDown(document.body, { key: 'End' });
  expect(over.seek).toHaveBeenCalledExactlyOnceWith(3_600_000);
});

test('a speed is chosen by its number', async () => {
  const replay = transport();

  await userEvent.click(screen.getByRole('combobox'));
  await userEvent.click(await screen.findByText('0.5×'));

  expect(replay.setSpeed).toHaveBeenCalledExactlyOnceWith(0.5);
});
