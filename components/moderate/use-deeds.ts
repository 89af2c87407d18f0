import { useCallback, useState } from 'react';
import type { RuleSettings } from '../../lib/compliance/types.ts';
import { diffRules, undoneRules } from '../../lib/lists/changes.ts';
import { keepCase, removeCase } from '../../lib/log/cases.ts';
import type { KeptCase } from '../../lib/log/database.ts';
import { changeRules } from '../../lib/log/rules.ts';
import { useText } from '../frame/use-text.ts';
import { useBy, useLog } from '../use-log.ts';

/** What was done last, said in a line, and the way back. */
export interface Done {
  said: string;
  undo?: () => Promise<void>;
}

/** Changes rules and keeps cases from wherever a text is read; each can be taken back. */
export function useDeeds() {
  const db = useLog();
  const by = useBy();
  const { moderate } = useText();
  const [done, setDone] = useState<Done | null>(null);

  const change = useCallback(
    async (said: string, make: (rules: RuleSettings) => RuleSettings, why?: string) => {
      let changes: ReturnType<typeof diffRules> = [];
      const record = (rules: RuleSettings): RuleSettings => {
        const made = make(rules);
        changes = diffRules(rules, made);
        return made;
      };
      const undo = async () => {
        let isUndone = true;
        await changeRules(
          db,
          (rules) => {
            const undone = undoneRules(rules, changes);
            isUndone = undone !== null;
            return undone ?? rules;
          },
          by(),
        );
        setDone({ said: isUndone ? moderate.undone : moderate.changedSince });
      };
      try {
        await changeRules(db, record, by(why));
        setDone({ said, undo });
      } catch {
        setDone({ said: moderate.failed });
      }
    },
    [db, by, moderate],
  );

  const keep = useCallback(
    async (kept: Pick<KeptCase, 'text' | 'finding' | 'decision' | 'reason'>) => {
      const { who, at } = by();
      try {
        const id = await keepCase(db, { ...kept, rule: kept.finding.rule, who, at });
        const undo = async () => {
          await removeCase(db, id);
          setDone({ said: moderate.undone });
        };
        setDone({ said: moderate.falseHitDone, undo });
      } catch {
        setDone({ said: moderate.failed });
      }
    },
    [db, by, moderate],
  );
  return { done, change, keep, forget: useCallback(() => setDone(null), []) };
}
export type Deeds = ReturnType<typeof useDeeds>;
