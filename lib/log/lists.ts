import type { RuleSettings } from '../compliance/types.ts';
import { asWordList, hashContent, type ListContent, type ListHead } from '../lists/word-list.ts';
import type { Database } from './database.ts';
import { readRules } from './rules.ts';

/** All word lists, oldest first, without what they hold. */
export const readHeads = (db: Database): Promise<ListHead[]> => db.lists.orderBy('updatedAt').toArray();

/** What a list of that hash holds; null when it was never kept or is gone. */
export const readContent = async (db: Database, hash: string): Promise<ListContent | null> =>
  (await db.listContents.get(hash))?.content ?? null;

type Given = Pick<ListHead, 'id' | 'name' | 'group'> & { note?: string };

/**
 * Keeps a list, or the new content of one that is there. A new one comes switched off: what it would flag can be
 * looked at first. Content that was once used stays, since judgements in the log rest on it.
 */
export async function saveList(
  db: Database,
  { id, name, group, note }: Given,
  content: ListContent,
  now: number,
): Promise<ListHead> {
  const hash = await hashContent(content);
  return db.transaction('rw', db.lists, db.listContents, db.settings, async () => {
    const before = await db.lists.get(id);
    const head: ListHead = {
      id,
      name,
      group,
      hash,
      version: before ? before.version + (before.hash === hash ? 0 : 1) : 1,
      terms: content.terms.length,
      phrases: content.allow.length,
      updatedAt: now,
      ...(note && { note }),
    };
    if (!before) await switchList(db, id, false);
    await db.listContents.put({ hash, content });
    await db.lists.put(head);
    return head;
  });
}

/** Forgets a list and its switches. */
export const removeList = (db: Database, id: string): Promise<void> =>
  db.transaction('rw', db.lists, db.settings, async () => {
    await db.lists.delete(id);
    await switchList(db, id, true);
  });

/** Switches a list; in one transaction with the settings' other changes. */
async function switchList(db: Database, id: string, isOn: boolean): Promise<void> {
  const rules = await readRules(db);
  const lists = rules.off.lists.filter((one) => one !== id);
  const off = { ...rules.off, lists: isOn ? lists : [...lists, id] };
  await db.settings.put({ id: 'rules', value: { ...rules, off } });
}

/** Reads the rules that hold now, with the lists that are on; what a list holds is read once. */
export function createRuleReader(db: Database): () => Promise<RuleSettings> {
  const contents = new Map<string, ListContent>();
  async function contentOf(hash: string): Promise<ListContent | null> {
    const known = contents.get(hash) ?? (await readContent(db, hash));
    if (known) contents.set(hash, known);
    return known;
  }
  return async () => {
    const [rules, heads] = await Promise.all([readRules(db), readHeads(db)]);
    const used = heads.filter(({ id }) => !rules.off.lists.includes(id));
    const held = await Promise.all(
      used.map(async (head) => {
        const content = await contentOf(head.hash);
        return content ? [asWordList(head, content)] : [];
      }),
    );
    const stays = new Set(used.map(({ hash }) => hash));
    for (const hash of contents.keys()) if (!stays.has(hash)) contents.delete(hash);
    return held.length === 0 ? rules : { ...rules, lists: held.flat() };
  };
}
