import { useContext, useRef } from 'react';
import { openQuestions, waitingQuestions } from '../../lib/room/board-order.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { ClockContext, useClock } from './clock.ts';
import { stableOrder } from './stable-order.ts';

/** Cards change places at most this often (ms): jumping with every comment they could not be read. */
const restMs = 2000;

/** Ids of the waiting questions in the order to draw; nothing changes place while `isHeld`. */
export function useBoardOrder(state: RoomState, isHeld: boolean): readonly string[] {
  const clock = useContext(ClockContext);
  const beat = useClock((now) => Math.floor(now / restMs));
  const drawn = useRef<{ beat: number; ids: string[] }>({ beat: Number.NaN, ids: [] });

  const isDue = beat !== drawn.current.beat && !isHeld;
  const waiting = isDue ? openQuestions(state, clock.now()) : waitingQuestions(state);
  const next = waiting.map((question) => question.id);
  drawn.current = { beat, ids: isDue ? next : stableOrder(drawn.current.ids, next) };
  return drawn.current.ids;
}
