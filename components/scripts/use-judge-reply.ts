import { useCallback } from 'react';
import type { Checker } from '../../lib/compliance/types.ts';
import type { JudgeReply } from '../../lib/shop/inspect.ts';

/** What the rules of now find in a public reply; the shop's own category where a product has none. */
export function useJudgeReply(checker: Checker | null): JudgeReply | null {
  const judge = useCallback<JudgeReply>(
    (text, category) =>
      checker?.check(text, { channel: 'public_reply', ...(category && { category }) }) ?? [],
    [checker],
  );
  return checker && judge;
}
