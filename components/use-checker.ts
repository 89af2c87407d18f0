import { useEffect, useMemo, useState } from 'react';
import type { Checker } from '../lib/compliance/types.ts';
import { createJudge, type Judge } from './room/judge.ts';
import type { Engine } from './use-engine.ts';
import { useRules } from './use-log.ts';

/** The rules as the moderators set them, compiled anew after each change; null until the first time. */
export function useChecker(engine: Engine | null): { checker: Checker | null; judge: Judge | null } {
  const [rules] = useRules();
  const [checker, setChecker] = useState<Checker | null>(null);

  useEffect(() => {
    if (!engine) return;
    // apart from the drawing: compiling takes tens of ms
    const timer = setTimeout(() => setChecker(engine.compileRules(rules)));
    return () => clearTimeout(timer);
  }, [engine, rules]);

  return { checker, judge: useMemo(() => checker && createJudge(checker), [checker]) };
}
