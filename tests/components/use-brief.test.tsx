import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBrief } from '../../components/room/use-brief.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const rest = (ms: number) => act(() => vi.advanceTimersByTime(ms));

test('the first room is drawn whole at once, however often it changes in place', () => {
  const room = {};
  const { result, rerender } = renderHook(({ room }) => useBrief(room), { initialProps: { room } });
  expect(result.current).toBe(false);

  rerender({ room });
  expect(result.current).toBe(false);
});

test('a room in the place of another is drawn in brief until it has rested', () => {
  const { result, rerender } = renderHook(({ room }) => useBrief(room), { initialProps: { room: {} } });

  rerender({ room: {} });
  expect(result.current).toBe(true);
  rest(150);
  // sought again: the rest begins anew
  rerender({ room: {} });
  rest(150);
  expect(result.current).toBe(true);
  rest(100);
  expect(result.current).toBe(false);
});
