import { createContext, useContext, useSyncExternalStore } from 'react';

/** The time of what is shown, in ms epoch: the wall clock when live, the position when replayed. */
export interface Clock {
  now(): number;
  subscribe(listener: () => void): () => void;
}

/** A wall clock that moves once every `every` ms while somebody looks at it. */
export function createTicker(now: () => number = Date.now, every = 1000): Clock {
  const listeners = new Set<() => void>();
  let at = now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    at = now();
    for (const listener of listeners) listener();
  };
  return {
    now: () => at,
    subscribe(listener) {
      if (listeners.size === 0) {
        at = now();
        timer = setInterval(tick, every);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearInterval(timer);
      };
    },
  };
}

export const ClockContext = createContext<Clock>({ now: () => 0, subscribe: () => () => {} });

/** What the clock means to this component; it draws again only when that changes. */
export function useClock<T extends string | number | boolean>(read: (now: number) => T): T {
  const clock = useContext(ClockContext);
  return useSyncExternalStore(clock.subscribe, () => read(clock.now()));
}
