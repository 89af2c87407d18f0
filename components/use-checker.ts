import { useEffect, useMemo, useState } from 'react';
import type { Checker } from '../lib/compliance/types.ts';
import { createCheckers } from '../lib/log/judging.ts';
import { watch } from '../lib/log/reader.ts';
import type { Session } from '../lib/model.ts';
import { afterPaint } from './frame/after-paint.ts';
import { createJudge, type Memory } from './room/judge.ts';
import type { Judging } from './room/use-judge.ts';
import type { Engine } from './use-engine.ts';
import { useLog, useTurning } from './use-log.ts';

/** The session whose texts are judged. */
type Place = Pick<Session, 'id' | 'platform' | 'roomId'>;

/**
 * The rules as the moderators set them, compiled anew after each change; null until the first time. Who shows findings
 * follows `judging` and is drawn at once; `checker` is the same rules once that picture stands.
 */
export function useChecker(
  engine: Engine | null,
  place?: Place | null,
): { checker: Checker | null; judging: Judging } {
  const db = useLog();
  const { platform, roomId: room, id: session } = place ?? {};
  const { turn } = useTurning();
  const checkers = useMemo(() => engine && createCheckers(db, engine), [db, engine]);
  const [newest] = useState(createNewest);
  const [compiled, setCompiled] = useState<Checker | null>(null);

  useEffect(() => {
    if (!checkers) return;
    // compiled as soon as they are read, not after a drawing: a switch is seen the sooner
    let undo = () => {};
    const unwatch = watch(
      () => checkers({ place: { platform, room } }),
      (checker) => {
        const isFirst = newest.get() === null;
        if (newest.get() === checker) return;
        newest.set(checker);
        undo();
        if (isFirst) setCompiled(checker);
        else undo = afterPaint(() => setCompiled(checker));
      },
      () => {},
    );
    return () => {
      unwatch();
      undo();
    };
    // a profile's hours begin and end while the page is open
  }, [checkers, platform, room, turn, newest]);

  const inPlace = useMemo(
    () => (checker: Checker) =>
      engine && platform
        ? engine.inPlace(checker, {
            platform,
            ...(room !== undefined && { room }),
            ...(session !== undefined && { session }),
          })
        : checker,
    [engine, platform, room, session],
  );
  const checker = useMemo(() => compiled && inPlace(compiled), [compiled, inPlace]);
  const [memory] = useState<Memory>(() => new WeakMap());
  const judging = useMemo<Judging>(() => {
    const made = new WeakMap<Checker, ReturnType<typeof createJudge>>();
    return {
      subscribe: newest.subscribe,
      get() {
        const checker = newest.get();
        if (!checker) return null;
        const judge = made.get(checker) ?? createJudge(inPlace(checker), memory);
        made.set(checker, judge);
        return judge;
      },
    };
  }, [newest, inPlace, memory]);
  return { checker, judging };
}

/** The rules that were compiled last. */
function createNewest() {
  let newest: Checker | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => newest,
    set(checker: Checker) {
      newest = checker;
      for (const listen of listeners) listen();
    },
    subscribe(listen: () => void) {
      listeners.add(listen);
      return () => {
        listeners.delete(listen);
      };
    },
  };
}
