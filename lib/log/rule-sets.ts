import type { Database, RuleSet } from './database.ts';

/** Keeps what a version of the rules was, once: judgements in the log name it, and somebody may ask years later. */
export async function keepRuleSet(db: Database, set: RuleSet): Promise<void> {
  await db.transaction('rw', db.ruleSets, async () => {
    if (!(await db.ruleSets.get(set.version))) await db.ruleSets.add(set);
  });
}

/** The rule sets of those versions, as far as they were kept. */
export async function readRuleSets(db: Database, versions: readonly string[]): Promise<RuleSet[]> {
  return (await db.ruleSets.bulkGet([...versions])).filter((set) => set !== undefined);
}
