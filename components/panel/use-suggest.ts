import { useCallback, useMemo } from 'react';
import { clear } from '../../lib/compliance/index.ts';
import type { Checker } from '../../lib/compliance/types.ts';
import type { PlatformId } from '../../lib/model.ts';
import { createLibrary } from '../../lib/reply/library.ts';
import { starterScripts } from '../../lib/reply/starter.ts';
import { suggest } from '../../lib/reply/suggest.ts';
import type { Asked, Suggestion } from '../room/actions.ts';

const none: readonly Suggestion[] = [];

/** Finds replies for a question in the script library; only such as the rules of now let through. */
export function useSuggest(
  checker: Checker | null,
  platform: PlatformId | null,
): (question: Asked) => readonly Suggestion[] {
  const library = useMemo(() => createLibrary(starterScripts), []);
  return useCallback(
    (question) => {
      if (!checker || !platform) return none;
      const check = (text: string) => clear(text, checker, { channel: 'public_reply', platform });
      return suggest(question, library, check).map(({ script, text }) => ({ script: script.id, text }));
    },
    [library, checker, platform],
  );
}
