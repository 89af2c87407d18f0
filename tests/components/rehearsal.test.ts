import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRehearsal } from '../../components/voice/use-rehearsal.ts';
import type { Transcriber } from '../../lib/llm/transcribers.ts';
import { checker } from './show.tsx';
import { installSoundCard } from './sound-card.ts';

const endpoint: Transcriber = {
  preset: 'local',
  address: 'http://localhost:8000/v1',
  key: '',
  model: 'sense',
  savedAt: 1,
};
let card: ReturnType<typeof installSoundCard>;
beforeEach(() => {
  card = installSoundCard();
});
afterEach(() => vi.unstubAllGlobals());

test('a recogniser that would send the sound away is refused before the microphone opens', async () => {
  const device: Transcriber = { ...endpoint, preset: 'device', address: '' };
  const { result } = renderHook(() => useRehearsal(device, checker));
  await act(() => result.current.start());

  expect(result.current).toMatchObject({ state: 'off', problem: 'device-not-ready' });
  expect(card.tracks).toEqual([]);
});

test('the microphone is closed when the page is left, also while it opens', async () => {
  const { result, unmount } = renderHook(() => useRehearsal(endpoint, checker));
  await act(() => result.current.start());
  expect(result.current.state).toBe('on');
  unmount();
  await vi.waitFor(() => expect(card.open()).toBe(0));

  const early = renderHook(() => useRehearsal(endpoint, checker));
  const opening = early.result.current.start();
  early.unmount();
  await opening;
  expect(card.tracks).toHaveLength(2);
  expect(card.open()).toBe(0);
});

test('a sound that does not start leaves no microphone open; one that breaks off is said', async () => {
  const { result } = renderHook(() => useRehearsal(endpoint, checker));
  card.isBroken = true;
  await act(() => result.current.start());
  expect(result.current).toMatchObject({ state: 'off', problem: 'failed' });
  expect(card.open()).toBe(0);

  card.isBroken = false;
  await act(() => result.current.start());
  act(() => void card.tracks.at(-1)?.dispatchEvent(new Event('ended')));
  await vi.waitFor(() => expect(result.current).toMatchObject({ state: 'off', problem: 'lost' }));
});
