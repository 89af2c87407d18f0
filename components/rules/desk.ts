import { createContext, useContext } from 'react';
import type { RuleSettings } from '../../lib/compliance/types.ts';
import type { ListContent } from '../../lib/lists/word-list.ts';
import type { Session } from '../../lib/model.ts';
import type { Review } from '../../lib/review/review.ts';
import type { useLocks } from '../policy/use-locks.ts';
import type { ChangeRules } from '../use-log.ts';
import type { Words } from './tree-rows.ts';
import type { LastHits } from './use-hits.ts';

/** What every row of the lists page needs. */
export interface Desk {
  rules: RuleSettings;
  /** by kind, since a list may have tens of thousands of terms off */
  off: Readonly<Record<keyof RuleSettings['off'], ReadonlySet<string>>>;
  sessions: readonly Session[];
  /** what a company has set */
  locks: ReturnType<typeof useLocks>;
  /** what the rules found lately; null while that is unknown */
  hits: LastHits | null;
  /** of own words, where a review is asked for; by `reviewId` */
  reviews: ReadonlyMap<string, Review>;
  change: ChangeRules;
  /** turns what a list of words holds */
  changeWords(words: Words, turn: (content: ListContent) => ListContent, why?: string): Promise<void>;
  /** opens or closes a row */
  toggle(key: string): void;
  /** what the built-in rules and own words find in a phrase that nothing lets through; null until they are read */
  found(phrase: string): string[] | null;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('No desk: wrap the rows in DeskContext.');
  return desk;
}
