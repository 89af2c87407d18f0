import { type Checker, emptySettings, type RuleSettings } from '../compliance/types.ts';
import { diffRules } from '../lists/changes.ts';
import { forbiddenChange } from '../policy/locks.ts';
import type { Database } from './database.ts';
import { PolicyError, readPolicyNow } from './policy.ts';
import { draft, freshWords } from './reviews.ts';
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

/**
 * Changes the rule settings and writes the trail in one transaction, so that two open pages cannot undo each other.
 * New words wait for their review where one is asked for. Throws `PolicyError` where a company has decided otherwise.
 */
export const changeRules = (
  db: Database,
  change: (rules: RuleSettings) => RuleSettings,
  by: By = { who: '', at: Date.now() },
): Promise<void> =>
  db.transaction('rw', [db.settings, db.lists, db.trail, db.reviews], async () => {
    const before = await readRules(db);
    const value = change(before);
    const policy = await readPolicyNow(db);
    const forbidden = policy && forbiddenChange(policy, before, value, await db.lists.toArray());
    if (forbidden) throw new PolicyError(forbidden, policy);
    const fresh = freshWords(before, value);
    if (fresh.length > 0) await draft(db, fresh, by);
    await db.settings.put({ id: 'rules', value });
    await writeTrail(db, by, diffRules(before, value));
  });

/** Tells one state of the rules from another; a word list counts by its hash. */
export const keyOfRules = ({ lists = [], ...settings }: RuleSettings): string =>
  JSON.stringify([settings, ...lists.map(({ id, hash }) => [id, hash])]);

/** States of the rules that are kept compiled: rooms may have profiles of their own. */
const heldStates = 4;

/** Gives the checker of the rules that `read` gives for a place and time; compiles again only after a change. */
export function createRuleSource<When>(
  read: (when?: When) => Promise<RuleSettings>,
  compile: (rules: RuleSettings) => Checker,
): (when?: When) => Promise<Checker> {
  const held = new Map<string, Checker>();
  return async (when) => {
    const rules = await read(when);
    const key = keyOfRules(rules);
    const checker = held.get(key) ?? compile(rules);
    held.delete(key);
    held.set(key, checker);
    for (const old of held.keys()) if (held.size > heldStates) held.delete(old);
    return checker;
  };
}
