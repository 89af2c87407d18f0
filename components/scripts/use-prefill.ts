import { useEffect, useRef } from 'react';
import { limits } from '../../lib/limits.ts';
import { intents, type Script } from '../../lib/reply/types.ts';
import { addressOf, useRoute } from '../console/use-route.ts';

/**
 * Does what the page's address asks for, once: a script begun elsewhere is added, or one is looked for. The words come
 * from viewers' comments by way of a report; the table checks them as it checks everything.
 */
export function usePrefill({
  isReady,
  untitled,
  add,
  find,
}: {
  isReady: boolean;
  /** stands in for a reply that is still to be written */
  untitled: string;
  add(script: Partial<Script> & { text: string }): void;
  find(query: string): void;
}): void {
  const { query } = useRoute();
  const { example, text, intent, product, find: wanted } = query;
  const isDone = useRef(false);
  useEffect(() => {
    if (!isReady || isDone.current) return;
    if (wanted !== undefined) find(wanted);
    else if (example !== undefined || text !== undefined)
      add({
        text: (text ?? untitled).slice(0, limits.text),
        examples: example === undefined ? [] : [example.slice(0, limits.title)],
        intent: intents.find((known) => known === intent) ?? 'other',
        ...(product !== undefined && { product }),
      });
    else return;
    isDone.current = true;
    // a reload must not add it again
    history.replaceState(null, '', addressOf('scripts'));
  }, [isReady, untitled, example, text, intent, product, wanted, add, find]);
}
