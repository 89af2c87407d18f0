import { type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { RoomState } from '../../lib/room/state.ts';
import { useClock } from '../room/clock.ts';
import { RoomContext } from '../room/Live.tsx';

interface Props {
  /** what must not wait for the next second */
  urgent?: (state: RoomState) => string;
  /** `now` is the clock of what is shown (ms epoch) */
  children(state: RoomState, now: number): ReactNode;
}

/** Draws its part of the screen once a second, and at once when something urgent has changed. */
export function Ticking({ urgent, children }: Props) {
  const room = useContext(RoomContext);
  if (!room) throw new Error('No room: wrap the part in RoomContext.');
  const second = useClock((now) => Math.floor(now / 1000));
  // what is sought, or read in, comes without the clock
  useSyncExternalStore(room.subscribe, () => Math.floor((room.view().state.course.clock ?? 0) / 1000));
  useSyncExternalStore(room.subscribe, () => urgent?.(room.view().state) ?? '');
  return children(room.view().state, second * 1000);
}
