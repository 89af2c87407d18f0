import type { ListContent } from '../lists/word-list.ts';
import type { Database, RuleSet } from './database.ts';

/**
 * Keeps what a version of the rules was, once: judgements in the log name it, and somebody may ask years later. What
 * its word lists held stays with them, by hash.
 */
export async function keepRuleSet(db: Database, set: RuleSet): Promise<void> {
  await db.transaction('rw', db.ruleSets, db.listContents, async () => {
    if (await db.ruleSets.get(set.version)) return;
    // those of profiles and policies stand nowhere else
    for (const { hash, terms, allow } of set.settings.lists ?? [])
      if ((await db.listContents.where('hash').equals(hash).count()) === 0)
        await db.listContents.add({ hash, content: { terms, allow } as ListContent });
    await db.ruleSets.add(asKept(set));
  });
}

/** A rule set whose word lists are named by their hashes alone. */
export function asKept({ settings: { lists = [], ...settings }, ...set }: RuleSet): RuleSet {
  const used = lists.map(({ id, name, hash }) => ({ id, name, hash }));
  return { ...set, settings, ...(used.length > 0 && { lists: used }) };
}

/** Whether a word list with that content was ever on. */
export const wasUsed = async (db: Database, hash: string): Promise<boolean> =>
  (await db.ruleSets.filter(({ lists = [] }) => lists.some((list) => list.hash === hash)).count()) > 0;

/** The rule sets of those versions, as far as they were kept. */
export async function readRuleSets(db: Database, versions: readonly string[]): Promise<RuleSet[]> {
  return (await db.ruleSets.bulkGet([...versions])).filter((set) => set !== undefined);
}
