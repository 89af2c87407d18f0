import type { LoggedEvent } from '../model.ts';
import { fold } from '../room/fold.ts';
import type { RoomState } from '../room/state.ts';

/** Longest stretch of folding before the page may draw and listen again (ms). */
const slice = 24;

/** Lets the page draw and listen. */
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/**
 * Folds events in slices short enough to keep the page responsive. Stops early when `isStopped` says so,
 * or before the first event that `until` refuses. Tells whether all were folded.
 */
export async function foldInSlices(
  state: RoomState,
  events: readonly LoggedEvent[],
  { isStopped, until }: { isStopped: () => boolean; until?: (event: LoggedEvent) => boolean },
): Promise<boolean> {
  let began = performance.now();
  for (let i = 0; i < events.length; i++) {
    const event = events[i]!;
    if (until && !until(event)) return false;
    fold(state, event);
    if (i % 64 === 63 && performance.now() - began > slice) {
      await breathe();
      if (isStopped()) return false;
      began = performance.now();
    }
  }
  return true;
}
