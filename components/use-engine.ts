import { createContext, useEffect, useState } from 'react';

export type Engine = typeof import('./engine.ts');

/** Null until it is loaded. */
export const EngineContext = createContext<Engine | null>(null);

/** Loads the engine as soon as `isWanted`: when the first picture stands. */
export function useEngine(isWanted = true): Engine | null {
  const [engine, setEngine] = useState<Engine | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    import('./engine.ts').then(
      (loaded) => isGone || setEngine(loaded),
      (error: unknown) => {
        // into the error boundary: without it nothing may be filled
        setEngine(() => {
          throw error;
        });
      },
    );
    return () => {
      isGone = true;
    };
  }, [isWanted]);
  return engine;
}
