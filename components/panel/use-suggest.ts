import { useCallback } from 'react';
import type { Checker } from '../../lib/compliance/types.ts';
import type { PlatformId } from '../../lib/model.ts';
import type { Question } from '../../lib/room/state.ts';
import type { Suggestion } from '../room/actions.ts';

export function useSuggest(
  _checker: Checker | null,
  _platform: PlatformId | null,
): (question: Question) => readonly Suggestion[] {
  return useCallback(() => [], []);
}
