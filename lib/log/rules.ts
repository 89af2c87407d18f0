import { type Checker, emptySettings, type RuleSettings } from '../compliance/types.ts';
import type { Database } from './database.ts';

/** The rule settings as they stand. */
export const readRules = async (db: Database): Promise<RuleSettings> => ({
  // settings of earlier versions lack what came later
  ...emptySettings,
  ...((await db.settings.get('rules'))?.value as RuleSettings | undefined),
});

/** Changes the rule settings in one transaction, so that two open pages cannot undo each other. */
export const changeRules = (db: Database, change: (rules: RuleSettings) => RuleSettings): Promise<void> =>
  db.transaction('rw', db.settings, async () => {
    await db.settings.put({ id: 'rules', value: change(await readRules(db)) });
  });

/** Gives the checker of the settings that stand now; compiles again only after a change. */
export function createRuleSource(
  db: Database,
  compile: (rules: RuleSettings) => Checker,
): () => Promise<Checker> {
  const memo: { key?: string; checker?: Checker } = {};
  return async () => {
    const rules = await readRules(db);
    const key = JSON.stringify(rules);
    if (memo.key !== key || !memo.checker) Object.assign(memo, { key, checker: compile(rules) });
    return memo.checker as Checker;
  };
}
