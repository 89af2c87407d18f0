import { createContext } from 'react';
import type { Finding } from '../../lib/model.ts';

/** What somebody wants to do something about. */
export interface Wanted {
  /** the whole sentence, as it is shown */
  text: string;
  /** the part of it that was picked */
  words: string;
  findings: readonly Finding[];
  /** where on the page, in CSS pixels */
  at: { x: number; y: number };
}

/** Opens the card for words and findings; null on a page without one. */
export const DeskContext = createContext<((wanted: Wanted) => void) | null>(null);

/** Below an element: where its card opens. */
export const belowOf = (element: Element): Wanted['at'] => {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
};
