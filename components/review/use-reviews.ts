import { useCallback, useMemo, useState } from 'react';
import type { Database } from '../../lib/log/database.ts';
import { moveReview, readReviewNeed, readReviews } from '../../lib/log/reviews.ts';
import { readScripts } from '../../lib/log/shop.ts';
import { type Review, type ReviewNeed, reviewId } from '../../lib/review/review.ts';
import { useBy, useLog, useRules, useWatch } from '../use-log.ts';

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const none: never[] = [];

/** Who must look before something new is used; undefined until it is read. */
export const useReviewNeed = (): ReviewNeed | undefined => useWatch(readReviewNeed).value;

/** Reviews by the id of what they are about; empty while no review is asked for. */
export function useReviewOf(): ReadonlyMap<string, Review> {
  const { value = none } = useWatch(readAsked, isSame);
  return useMemo(() => new Map(value.map((one) => [one.id, one])), [value]);
}

const readAsked = async (db: Database): Promise<Review[]> =>
  (await readReviewNeed(db)) === 'none' ? [] : readReviews(db);

const readScriptIds = async (db: Database): Promise<string[]> => (await readScripts(db)).map(({ id }) => id);

/** What there is to review: of what is still there, in the order in which it came; undefined until it is read. */
export function useReviews(): Review[] | undefined {
  const { value: all } = useWatch(readReviews, isSame);
  const { value: scripts } = useWatch(readScriptIds, isSame);
  const [{ terms, allow }] = useRules();
  return useMemo(() => {
    if (!all || !scripts) return undefined;
    const there = new Set([
      ...scripts.map((id) => reviewId('script', id)),
      ...terms.map(({ text }) => reviewId('term', text)),
      ...allow.map(({ text }) => reviewId('phrase', text)),
    ]);
    return all.filter(({ id }) => there.has(id)).toReversed();
  }, [all, scripts, terms, allow]);
}

export type ReviewOutcome = 'gone' | 'failed' | null;

/** Sends things on or back; `outcome` tells what went wrong the last time. */
export function useMoveReview() {
  const db = useLog();
  const by = useBy();
  const [outcome, setOutcome] = useState<ReviewOutcome>(null);
  const move = useCallback(
    (review: Review, did: 'submit' | 'approve' | 'return', note: string) =>
      moveReview(db, review.id, did, note, by()).then(
        (isDone) => setOutcome(isDone ? null : 'gone'),
        () => setOutcome('failed'),
      ),
    [db, by],
  );
  return { outcome, move };
}
