import { useCallback, useMemo } from 'react';
import type { Grounds, ProductFacts } from '../../lib/assist/types.ts';
import type { Checker } from '../../lib/compliance/types.ts';
import type { PlatformId } from '../../lib/model.ts';
import { type Intent, replyLimit } from '../../lib/reply/types.ts';
import type { Asked, Suggest, Suggestion } from '../room/actions.ts';
import type { Engine } from '../use-engine.ts';

const none: readonly Suggestion[] = [];
/** Nothing of these goes to a model. */
const unanswered: ReadonlySet<Intent> = new Set(['injection', 'spam', 'abuse']);

/** Finds replies for a question in the script library: such as the rules of now let through and the product's facts bear out. */
export function useSuggest(engine: Engine | null, checker: Checker | null, platform: PlatformId | null) {
  const library = useMemo(() => engine?.createLibrary(engine.starterScripts), [engine]);

  const suggest = useCallback<Suggest>(
    (question, product) => {
      if (!engine || !library || !checker || !platform) return none;
      const context = {
        channel: 'public_reply' as const,
        platform,
        ...(product?.category && { category: product.category }),
      };
      const check = (text: string) =>
        product && !engine.agreesWithFacts(text, product.facts)
          ? { ok: false as const }
          : engine.clear(text, checker, context);
      return engine
        .suggest(question, library, check)
        .map(({ script, text }) => ({ script: script.id, text }));
    },
    [engine, library, checker, platform],
  );

  /** What a model may rest its draft on. */
  const groundsOf = useCallback(
    ({ text, reading }: Asked, product: ProductFacts | null): Grounds => {
      const isAnswered = engine && library && !unanswered.has(reading.intent);
      const matches = isAnswered ? library.search(text, reading, 6) : [];
      return {
        asked: [text],
        sources: isAnswered ? engine.sourcesOf(matches, product) : [],
        limit: replyLimit,
        ...(product?.category && { category: product.category }),
        ...(matches[0] && { scene: matches[0].script.scene }),
        ...(reading.objection && { objection: reading.objection }),
        ...(reading.sentiment === 'negative' && { upset: true }),
      };
    },
    [engine, library],
  );
  return { suggest, groundsOf };
}
