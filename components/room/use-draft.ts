import { useEffect, useMemo, useSyncExternalStore } from 'react';
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
  const draft = useSyncExternalStore(
    drafts?.drafter.subscribe ?? silent,
    () => drafts?.drafter.view() ?? null,
  );

  useEffect(() => {
    if (!drafts) return;
    drafts.drafter.want(question && { card: question.id, grounds: drafts.groundsOf(question, product) });
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
