import { useMemo } from 'react';
import type { Level } from '../../lib/compliance/types.ts';
import { readHeads } from '../../lib/log/lists.ts';
import { isListLocked, lockedLevel, policyList } from '../../lib/policy/locks.ts';
import type { Policy } from '../../lib/policy/policy.ts';
import { useManaged, useWatch } from '../use-log.ts';

interface Locks {
  policy: Policy | null;
  /** whether a list stays on as it is */
  list(id: string): boolean;
  /** whether a rule of that list stays as it is */
  rule(id: string, list: string): boolean;
  /** the severity that a rule was given */
  level(rule: string): Level | undefined;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What of the rules a company has set, so that it is not offered to be changed. */
export function useLocks(): Locks {
  const { policy } = useManaged();
  const { value: heads } = useWatch(readHeads, isSame);
  return useMemo(() => {
    const names = new Map(heads?.map(({ id, name }) => [id, name]));
    const list = (id: string): boolean => {
      const name = names.get(id);
      return id === policyList || isListLocked(policy, { id, ...(name !== undefined && { name }) });
    };
    return {
      policy,
      list,
      rule: (id, of) => list(of) || lockedLevel(policy, id) !== undefined,
      level: (rule) => lockedLevel(policy, rule),
    };
  }, [policy, heads]);
}
