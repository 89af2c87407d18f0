import { useEffect, useMemo, useRef, useState } from 'react';
import type { Checker, RuleSettings } from '../lib/compliance/types.ts';
import { createRuleReader } from '../lib/log/lists.ts';
import { watch } from '../lib/log/reader.ts';
import { keepRuleSet } from '../lib/log/rule-sets.ts';
import { createRuleSource } from '../lib/log/rules.ts';
import type { Session } from '../lib/model.ts';
import { createJudge, type Judge } from './room/judge.ts';
import type { Engine } from './use-engine.ts';
import { useLog, useTurn } from './use-log.ts';

/** The session whose texts are judged. */
type Place = Pick<Session, 'id' | 'platform' | 'roomId'>;

/** The rules as the moderators set them, compiled anew after each change; null until the first time. */
export function useChecker(
  engine: Engine | null,
  place?: Place | null,
): { checker: Checker | null; judge: Judge | null } {
  const db = useLog();
  const { platform, roomId: room, id: session } = place ?? {};
  const turn = useTurn();
  const read = useMemo(() => createRuleReader(db), [db]);
  const [compiled, setCompiled] = useState<Checker | null>(null);
  const prepared = useRef<ReturnType<Engine['prepareRules']> | null>(null);

  useEffect(() => {
    if (!engine) return;
    const compile = (rules: RuleSettings): Checker => {
      prepared.current ??= engine.prepareRules();
      const checker = engine.compileRules(rules, Date.now, prepared.current);
      const set = {
        version: checker.version,
        builtIn: prepared.current.hash,
        settings: rules,
        at: Date.now(),
      };
      // a page that only looks back may have a database that takes nothing
      setTimeout(() => keepRuleSet(db, set).catch(() => {}));
      return checker;
    };
    // compiled as soon as it is read, not after a drawing: a switch is seen the sooner
    const source = createRuleSource(() => read({ place: { platform, room } }), compile);
    return watch(source, setCompiled, () => {});
    // a profile's hours begin and end while the page is open
  }, [db, engine, read, platform, room, turn]);

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
