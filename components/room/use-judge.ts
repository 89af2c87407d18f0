import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Judge } from './judge.ts';

/** What judges a room's texts now; each part that shows findings follows it by itself. */
export interface Judging {
  get(): Judge | null;
  subscribe(listener: () => void): () => void;
}

const nobody: Judging = { get: () => null, subscribe: () => () => {} };

export const JudgingContext = createContext<Judging>(nobody);

/** Judges by the rules of now; draws again, before all that is around it, when they become others. */
export function useJudge(): Judge | null {
  const { subscribe, get } = useContext(JudgingContext);
  return useSyncExternalStore(subscribe, get);
}
