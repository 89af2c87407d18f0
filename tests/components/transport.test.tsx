import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Transport } from '../../components/replay/Transport.tsx';
import { show, start } from './show.tsx';

function transport({ isPlaying = false, position = 60_000 } = {}) {
  const replay = { play: vi.fn(), pause: vi.fn(), seek: vi.fn(), setSpeed: vi.fn() };
  const view = { start, position, duration: 3_600_000, isPlaying, isSeeking: false, speed: 1 as const };
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

test('a speed is chosen by its number', () => {
  const replay = transport();

  fireEvent.click(screen.getByLabelText('32×'));

  expect(replay.setSpeed).toHaveBeenCalledExactlyOnceWith(32);
});
