import { useCallback, useMemo, useRef, useState } from 'react';
import type { Checker, RuleSettings } from '../../lib/compliance/types.ts';
import { useLocks } from '../policy/use-locks.ts';
import { useReviewOf } from '../review/use-reviews.ts';
import type { Engine } from '../use-engine.ts';
import { type ChangeRules, useCalmSessions } from '../use-log.ts';
import type { Desk } from './desk.ts';
import { useHits } from './use-hits.ts';
import { useSweep } from './use-sweep.ts';
import { useChangeWords } from './use-words.ts';

const none: never[] = [];
/** The shop's own words are what is looked at most. */
const firstOpen = ['words:own'];

/** What the rows share, and which of them are open. */
export function useNewDesk(
  engine: Engine | null,
  rules: RuleSettings,
  change: ChangeRules,
): { desk: Desk; open: ReadonlySet<string> } {
  const { value: sessions } = useCalmSessions();
  const changeWords = useChangeWords(change);
  const locks = useLocks();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(firstOpen));
  const hits = useHits(sessions ?? none);
  const reviews = useReviewOf();
  useSweep();

  const toggle = useCallback((key: string) => {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }, []);
  const strict = useRef<{ rules: RuleSettings; checker: Checker } | null>(null);
  const found = useCallback(
    (phrase: string) => {
      if (!engine) return null;
      if (strict.current?.rules !== rules)
        strict.current = { rules, checker: engine.compileRules({ ...rules, allow: [], lists: [] }) };
      const findings = strict.current.checker.check(phrase, { channel: 'public_reply' });
      return [...new Set(findings.filter(({ severity }) => severity !== 'S0').map((one) => one.text))];
    },
    [engine, rules],
  );
  const off = useMemo(() => {
    const { lists, categories, rules: ids, terms } = rules.off;
    return {
      lists: new Set(lists),
      categories: new Set(categories),
      rules: new Set(ids),
      terms: new Set(terms),
    };
  }, [rules.off]);
  const desk = useMemo(
    () => ({
      rules,
      off,
      sessions: sessions ?? none,
      locks,
      hits,
      reviews,
      change,
      changeWords,
      toggle,
      found,
    }),
    [rules, off, sessions, locks, hits, reviews, change, changeWords, toggle, found],
  );
  return { desk, open };
}
