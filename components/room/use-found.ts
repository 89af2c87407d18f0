import { useEffect, useMemo, useState } from 'react';
import type { ProductFacts } from '../../lib/assist/types.ts';
import type { Asked, Suggest, Suggestion } from './actions.ts';

const none: readonly Suggestion[] = [];

/**
 * What the library says to a question; null while it is asked, and while its scripts are read.
 *
 * @param words the question's text: a card that is split may ask another one, as the same object
 */
export function useFound(
  suggest: Suggest,
  question: Asked | null,
  words: string | undefined,
  product: ProductFacts | null,
): readonly Suggestion[] | null {
  const id = question?.id;
  const asked = useMemo(() => (question ? suggest(question, product) : none), [suggest, id, words, product]);
  const [come, setCome] = useState<{ asked: typeof asked; found: readonly Suggestion[] } | null>(null);
  useEffect(() => {
    if (!(asked instanceof Promise)) return;
    let isGone = false;
    void asked.then((found) => isGone || setCome({ asked, found }));
    return () => {
      isGone = true;
    };
  }, [asked]);
  if (!(asked instanceof Promise)) return asked;
  return come?.asked === asked ? come.found : null;
}
