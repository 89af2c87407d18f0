import type { Database, RuleSet } from './database.ts';

/**
 * Keeps what a version of the rules was, once: judgements in the log name it, and somebody may ask years later. What
 * its word lists held stays with them, by hash.
 */
export async function keepRuleSet(
  db: Database,
  { settings: { lists = [], ...settings }, ...set }: RuleSet,
): Promise<void> {
  const used = lists.map(({ id, name, hash }) => ({ id, name, hash }));
  await db.transaction('rw', db.ruleSets, async () => {
    if (await db.ruleSets.get(set.version)) return;
    await db.ruleSets.add({ ...set, settings, ...(used.length > 0 && { lists: used }) });
  });
}

/** Whether a word list with that content was ever on. */
export const wasUsed = async (db: Database, hash: string): Promise<boolean> =>
  (await db.ruleSets.filter(({ lists = [] }) => lists.some((list) => list.hash === hash)).count()) > 0;

/** The rule sets of those versions, as far as they were kept. */
export async function readRuleSets(db: Database, versions: readonly string[]): Promise<RuleSet[]> {
  return (await db.ruleSets.bulkGet([...versions])).filter((set) => set !== undefined);
}
