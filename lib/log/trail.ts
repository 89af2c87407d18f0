import { type Change, isSame, isUndoable, undoneRules } from '../lists/changes.ts';
import type { ListHead } from '../lists/word-list.ts';
import { forbiddenChange, isListLocked } from '../policy/locks.ts';
import type { Database, TrailEntry } from './database.ts';
import { readPolicyNow } from './policy.ts';
import { readRules } from './rules.ts';

/** Who changes the rules, and why they say they do. */
export interface By {
  /** as they call themselves; empty when they said nothing */
  who: string;
  why?: string;
  /** ms epoch */
  at: number;
}

/** Writes down what was changed, in the transaction that changes it; nothing when nothing differs. */
export async function writeTrail(
  db: Database,
  by: By,
  changes: readonly Change[],
  undoes?: number,
): Promise<void> {
  if (changes.length === 0) return;
  const { who, why, at } = by;
  await db.trail.add({ at, who, ...(why && { why }), ...(undoes !== undefined && { undoes }), changes });
}

/** The newest changes first, at most `limit`, of those before the entry of id `before`. */
export const readTrail = (
  db: Database,
  limit: number,
  before = Number.POSITIVE_INFINITY,
): Promise<TrailEntry[]> => db.trail.where('id').below(before).reverse().limit(limit).toArray();

/** Takes one change back, all of it or nothing. False when it cannot be, or something of it was changed again since. */
export const undoChange = (db: Database, id: number, by: By): Promise<boolean> =>
  db.transaction('rw', [db.settings, db.lists, db.listContents, db.trail], async () => {
    const changes = (await db.trail.get(id))?.changes ?? [];
    if (!isUndoable(changes)) return false;
    const rules = await readRules(db);
    const undone = undoneRules(rules, changes);
    const heads = changes.filter(({ part }) => part === 'heads');
    const now = await db.lists.bulkGet(heads.map(({ key }) => key));
    const isThere = heads.every(({ after }, i) => isSame(after, now[i] ? [now[i]] : []));
    if (!undone || !isThere) return false;
    // what a list held long ago is let go of
    const hashes = heads.flatMap(({ before }) => (before as ListHead[]).map(({ hash }) => hash));
    if ((await db.listContents.where('hash').anyOf(hashes).count()) < new Set(hashes).size) return false;
    const policy = await readPolicyNow(db);
    const known = await db.lists.toArray();
    if (forbiddenChange(policy, rules, undone, known) !== null) return false;
    if (heads.some(({ after }) => after[0] && isListLocked(policy, after[0] as ListHead))) return false;
    await db.settings.put({ id: 'rules', value: undone });
    for (const { key, before } of heads) {
      if (before[0]) await db.lists.put(before[0] as ListHead);
      else await db.lists.delete(key);
    }
    const reversed = changes.map((one) => ({ ...one, before: one.after, after: one.before }));
    await writeTrail(db, by, reversed, id);
    return true;
  });
