import { useEffect, useMemo, useState } from 'react';
import { compileRules } from '../lib/compliance/index.ts';
import type { Checker } from '../lib/compliance/types.ts';
import { createJudge, type Judge } from './room/judge.ts';
import { useRules } from './use-log.ts';

/** The rules as the moderators set them, compiled anew after each change; null until the first time. */
export function useChecker(): { checker: Checker | null; judge: Judge | null } {
  const [rules] = useRules();
  const [checker, setChecker] = useState<Checker | null>(null);

  useEffect(() => {
    // after the first picture: compiling takes tens of ms
    const timer = setTimeout(() => setChecker(compileRules(rules)));
    return () => clearTimeout(timer);
  }, [rules]);

  return { checker, judge: useMemo(() => checker && createJudge(checker), [checker]) };
}
