import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { RoomState } from '../../lib/room/state.ts';

/** A room that changes in place: live or replayed. `version` tells that it did. */
export interface RoomSource {
  view(): { readonly state: RoomState; readonly version: number };
  subscribe(listener: () => void): () => void;
}

export const RoomContext = createContext<RoomSource | null>(null);

/**
 * Draws its part of the screen again after each change of the room, and nothing around it:
 * in a busy room the whole panel would be drawn twenty times a second.
 */
export function Live({ children }: { children(state: RoomState, version: number): ReactNode }) {
  const room = useContext(RoomContext);
  if (!room) throw new Error('No room: wrap the part in RoomContext.');
  const version = useSyncExternalStore(room.subscribe, () => room.view().version);
  return children(room.view().state, version);
}
