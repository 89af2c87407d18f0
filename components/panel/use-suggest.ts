import { useCallback, useMemo } from 'react';
import type { Checker } from '../../lib/compliance/types.ts';
import type { PlatformId } from '../../lib/model.ts';
import type { Asked, Suggestion } from '../room/actions.ts';
import type { Engine } from '../use-engine.ts';

const none: readonly Suggestion[] = [];

/** Finds replies for a question in the script library; only such as the rules of now let through. */
export function useSuggest(
  engine: Engine | null,
  checker: Checker | null,
  platform: PlatformId | null,
): (question: Asked) => readonly Suggestion[] {
  const library = useMemo(() => engine?.createLibrary(engine.starterScripts), [engine]);
  return useCallback(
    (question) => {
      if (!engine || !library || !checker || !platform) return none;
      const check = (text: string) => engine.clear(text, checker, { channel: 'public_reply', platform });
      return engine
        .suggest(question, library, check)
        .map(({ script, text }) => ({ script: script.id, text }));
    },
    [engine, library, checker, platform],
  );
}
