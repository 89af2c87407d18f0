import { useMemo } from 'react';
import type { Mark } from '../../lib/lists/lines.ts';
import { useText } from '../frame/use-text.ts';

/** How the effects of a word are written, on screen and in lists as text. */
export function useMarkNames(): Record<Mark, string> {
  const text = useText();
  return useMemo(() => {
    const { S3, S2, S1 } = text.findings.severity;
    // spaces part the words of a line
    const plain = (name: string) => name.replaceAll(' ', '-');
    return { S3: plain(S3), S2: plain(S2), S1: plain(S1), allow: text.lists.allow };
  }, [text]);
}
