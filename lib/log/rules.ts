import { type Checker, emptySettings, type RuleSettings } from '../compliance/types.ts';
import { diffRules } from '../lists/changes.ts';
import type { Database } from './database.ts';
import { type By, writeTrail } from './trail.ts';

/** The rule settings as they stand; those of earlier versions lack what came later. */
export async function readRules(db: Database): Promise<RuleSettings> {
  const stored = (await db.settings.get('rules'))?.value as RuleSettings | undefined;
  if (!stored) return emptySettings;
  // a phrase was once no more than its words
  const allow = stored.allow.map((one: RuleSettings['allow'][number] | string) =>
    typeof one === 'string' ? { text: one } : one,
  );
  return { ...emptySettings, ...stored, off: { ...emptySettings.off, ...stored.off }, allow };
}

/** Changes the rule settings and writes the trail in one transaction, so that two open pages cannot undo each other. */
export const changeRules = (
  db: Database,
  change: (rules: RuleSettings) => RuleSettings,
  by: By = { who: '', at: Date.now() },
): Promise<void> =>
  db.transaction('rw', db.settings, db.trail, async () => {
    const before = await readRules(db);
    const value = change(before);
    await db.settings.put({ id: 'rules', value });
    await writeTrail(db, by, diffRules(before, value));
  });

/** Tells one state of the rules from another; a word list counts by its hash. */
export const keyOfRules = ({ lists = [], ...settings }: RuleSettings): string =>
  JSON.stringify([settings, ...lists.map(({ id, hash }) => [id, hash])]);

/** Gives the checker of the rules that `read` gives now; compiles again only after a change. */
export function createRuleSource(
  read: () => Promise<RuleSettings>,
  compile: (rules: RuleSettings) => Checker,
): () => Promise<Checker> {
  const memo: { key?: string; checker?: Checker } = {};
  return async () => {
    const rules = await read();
    const key = keyOfRules(rules);
    if (memo.key !== key || !memo.checker) Object.assign(memo, { key, checker: compile(rules) });
    return memo.checker as Checker;
  };
}
