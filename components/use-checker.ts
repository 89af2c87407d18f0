import { useEffect, useMemo, useRef, useState } from 'react';
import type { Checker } from '../lib/compliance/types.ts';
import { keepRuleSet } from '../lib/log/rule-sets.ts';
import type { Session } from '../lib/model.ts';
import { createJudge, type Judge } from './room/judge.ts';
import type { Engine } from './use-engine.ts';
import { useHoldingRules, useLog } from './use-log.ts';

/** The session whose texts are judged. */
type Place = Pick<Session, 'id' | 'platform' | 'roomId'>;

/** The rules as the moderators set them, compiled anew after each change; null until the first time. */
export function useChecker(
  engine: Engine | null,
  place?: Place | null,
): { checker: Checker | null; judge: Judge | null } {
  const db = useLog();
  const { platform, roomId: room, id: session } = place ?? {};
  const rules = useHoldingRules({ platform, room });
  const [compiled, setCompiled] = useState<Checker | null>(null);
  const prepared = useRef<ReturnType<Engine['prepareRules']> | null>(null);

  useEffect(() => {
    if (!engine || !rules) return;
    // apart from the drawing: the first time takes tens of ms
    const timer = setTimeout(() => {
      prepared.current ??= engine.prepareRules();
      const compiled = engine.compileRules(rules, Date.now, prepared.current);
      setCompiled(compiled);
      const { hash: builtIn } = prepared.current;
      // a page that only looks back may have a database that takes nothing
      keepRuleSet(db, { version: compiled.version, builtIn, settings: rules, at: Date.now() }).catch(
        () => {},
      );
    });
    return () => clearTimeout(timer);
  }, [db, engine, rules]);

  const checker = useMemo(
    () =>
      engine && compiled && platform
        ? engine.inPlace(compiled, {
            platform,
            ...(room !== undefined && { room }),
            ...(session !== undefined && { session }),
          })
        : compiled,
    [engine, compiled, platform, room, session],
  );
  return { checker, judge: useMemo(() => checker && createJudge(checker), [checker]) };
}
