import { type RuleSettings, termKey } from '../compliance/types.ts';
import { type Change, diffRules, isSame } from '../lists/changes.ts';
import { asWordList, hashContent, type ListContent, type ListHead } from '../lists/word-list.ts';
import { effectiveRules } from '../profile/effective.ts';
import type { Place } from '../profile/holding.ts';
import type { Database } from './database.ts';
import { readPolicyNow, refuseLockedList } from './policy.ts';
import { readPending } from './reviews.ts';
import { readRules } from './rules.ts';
import { type By, writeTrail } from './trail.ts';

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
  given: Given,
  content: ListContent,
  now: number,
  by: Omit<By, 'at'> = { who: '' },
): Promise<ListHead> {
  const hash = await hashContent(content);
  return db.transaction(
    'rw',
    [db.lists, db.listContents, db.settings, db.subscriptions, db.trail],
    async () => {
      const before = await db.lists.get(given.id);
      // what a company keeps on changes at its source only
      if (before && !(await db.subscriptions.get(given.id))) await refuseLockedList(db, before);
      return keepList(db, given, content, hash, { ...by, at: now });
    },
  );
}

/** Turns what a list holds into something else, whatever others change meanwhile. Throws when the list is gone. */
export async function changeList(
  db: Database,
  id: string,
  turn: (content: ListContent) => ListContent,
  by: By,
): Promise<void> {
  for (;;) {
    const head = await db.lists.get(id);
    const before = head && (await readContent(db, head.hash));
    if (!head || !before) throw new Error(`No list "${id}".`);
    const content = turn(before);
    const hash = await hashContent(content);
    const isKept = await db.transaction(
      'rw',
      [db.lists, db.listContents, db.settings, db.trail],
      async () => {
        if ((await db.lists.get(id))?.hash !== head.hash) return false;
        await refuseLockedList(db, head);
        await keepList(db, head, content, hash, by);
        return true;
      },
    );
    if (isKept) return;
  }
}

async function keepList(
  db: Database,
  given: Given,
  content: ListContent,
  hash: string,
  by: By,
): Promise<ListHead> {
  const { id, name, group, note } = given;
  const before = await db.lists.get(id);
  const head: ListHead = {
    id,
    name,
    group,
    hash,
    version: before ? before.version + (before.hash === hash ? 0 : 1) : 1,
    terms: content.terms.length,
    phrases: content.allow.length,
    updatedAt: by.at,
    ...(note && { note }),
  };
  await db.listContents.put({ hash, content });
  // an empty one has nothing to be looked at first
  const off = head.terms + head.phrases > 0 ? [id] : [];
  await changeHead(db, id, head, by, (rules) => (before ? rules : withoutSwitches(rules, id, off)));
  return head;
}

/** Calls a list otherwise. Throws when it is gone. */
export const renameList = (db: Database, id: string, name: string, by: By): Promise<void> =>
  db.transaction('rw', db.lists, db.settings, db.trail, async () => {
    const head = await db.lists.get(id);
    if (!head) throw new Error(`No list "${id}".`);
    await refuseLockedList(db, head);
    await changeHead(db, id, { ...head, name }, by);
  });

/** Forgets a list and its switches; what it held stays, so that this can be undone. */
export const removeList = (db: Database, id: string, by: By = { who: '', at: Date.now() }): Promise<void> =>
  db.transaction('rw', db.lists, db.settings, db.trail, async () => {
    const head = await db.lists.get(id);
    if (head) await refuseLockedList(db, head);
    await changeHead(db, id, null, by, (rules) => withoutSwitches(rules, id, []));
  });

/** Puts or deletes a head, with what that does to the rules; one entry in the trail. */
async function changeHead(
  db: Database,
  id: string,
  head: ListHead | null,
  by: By,
  change: (rules: RuleSettings) => RuleSettings = (rules) => rules,
): Promise<void> {
  const [before, rules] = await Promise.all([db.lists.get(id), readRules(db)]);
  const value = change(rules);
  if (head) await db.lists.put(head);
  else await db.lists.delete(id);
  if (value !== rules) await db.settings.put({ id: 'rules', value });
  const heads: Change = {
    part: 'heads',
    key: id,
    before: before ? [before] : [],
    after: head ? [head] : [],
  };
  await writeTrail(db, by, [
    ...(isSame(heads.before, heads.after) ? [] : [heads]),
    ...diffRules(rules, value),
  ]);
}

/** The rules with no switch of that list but the given. */
function withoutSwitches(rules: RuleSettings, id: string, off: readonly string[]): RuleSettings {
  const prefix = termKey(id, '');
  return {
    ...rules,
    off: {
      ...rules.off,
      lists: [...rules.off.lists.filter((one) => one !== id), ...off],
      terms: rules.off.terms.filter((key) => !key.startsWith(prefix)),
    },
  };
}

/** Where and when (ms epoch) rules are asked for: everywhere and now, unless said. */
export interface Asked {
  place?: Place | null | undefined;
  now?: number;
}

/**
 * Reads the rules that hold, folded by `effectiveRules`, with the lists that are on; what a list holds is read once.
 * Whoever compiles rules has them from here, so that no profile and no policy is forgotten.
 */
export function createRuleReader(db: Database): (asked?: Asked) => Promise<RuleSettings> {
  const contents = new Map<string, ListContent>();
  async function contentOf(hash: string): Promise<ListContent | null> {
    const known = contents.get(hash) ?? (await readContent(db, hash));
    if (known) contents.set(hash, known);
    return known;
  }
  return async ({ place, now = Date.now() } = {}) => {
    const [settings, heads, policy, pending] = await Promise.all([
      readRules(db),
      readHeads(db),
      readPolicyNow(db),
      readPending(db),
    ]);
    const rules = effectiveRules(settings, { place: place ?? {}, now, policy, heads, pending });
    const used = heads.filter(({ id }) => !rules.off.lists.includes(id));
    const held = await Promise.all(
      used.map(async (head) => {
        const content = await contentOf(head.hash);
        return content ? [asWordList(head, content)] : [];
      }),
    );
    // of a list that is off, too: it is switched on again sooner than it is read
    const stays = new Set(heads.map(({ hash }) => hash));
    for (const hash of contents.keys()) if (!stays.has(hash)) contents.delete(hash);
    // those of profiles and of a company's policy
    const made = await Promise.all(
      (rules.lists ?? []).map(async (list) => ({ ...list, hash: await hashContent(list) })),
    );
    const lists = [...held.flat(), ...made];
    return lists.length === 0 ? rules : { ...rules, lists };
  };
}
