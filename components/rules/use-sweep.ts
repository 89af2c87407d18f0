import { useEffect } from 'react';
import type { RuleSettings } from '../../lib/compliance/types.ts';
import { sweptRules } from '../../lib/lists/sweep.ts';
import type { Session } from '../../lib/model.ts';
import type { ChangeRules } from '../use-log.ts';

/** Takes out what has run out; it did not count any more. */
export function useSweep(
  rules: RuleSettings,
  sessions: readonly Session[] | undefined,
  change: ChangeRules,
  why: string,
): void {
  const isDue = sessions !== undefined && sweptRules(rules, sessions, Date.now()) !== rules;
  useEffect(() => {
    if (isDue) void change((before) => sweptRules(before, sessions, Date.now()), why);
  }, [isDue, sessions, change, why]);
}
