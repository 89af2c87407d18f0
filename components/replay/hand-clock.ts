import type { Clock } from '../room/clock.ts';

/** A clock that is set by hand: the position of a replay. */
export function createHandClock(): Clock & { set(at: number): void } {
  const listeners = new Set<() => void>();
  let at = 0;
  return {
    now: () => at,
    set(next) {
      at = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
