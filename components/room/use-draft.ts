import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Draft } from '../../lib/assist/draft.ts';
import type { ProductFacts } from '../../lib/assist/types.ts';
import type { Asked, Drafts, Suggestion } from './actions.ts';

const silent = () => () => {};

/** The id of a reply that no library holds. */
const draftScript = 'draft';

/** A model's draft for the question in hand; leaving or answering it ends the call. `suggestion` once it may be used. */
export function useDraft(
  drafts: Drafts | null,
  question: Asked | null,
  product: ProductFacts | null,
): { draft: Draft | null; suggestion: Suggestion | null } {
  const id = question?.id;
  const asked = question?.text;
  const inHand = useRef<string | undefined>(undefined);
  const draft = useSyncExternalStore(
    drafts?.drafter.subscribe ?? silent,
    () => drafts?.drafter.view() ?? null,
  );

  useEffect(() => {
    if (!drafts) return;
    const { drafter } = drafts;
    // one card's draft must not stand under another while its grounds are looked up
    if (inHand.current !== id) drafter.want(null);
    inHand.current = id;
    let isGone = false;
    if (question)
      void drafts
        .groundsOf(question, product)
        .then((grounds) => isGone || drafter.want({ card: question.id, grounds }));
    return () => {
      isGone = true;
    };
  }, [drafts, id, asked, product]);
  useEffect(() => () => drafts?.drafter.want(null), [drafts]);

  const suggestion = useMemo(
    () =>
      drafts && draft?.kind === 'ready'
        ? { script: draftScript, text: draft.text, model: drafts.model, grounds: [...draft.scripts] }
        : null,
    [drafts, draft],
  );
  return { draft, suggestion };
}
