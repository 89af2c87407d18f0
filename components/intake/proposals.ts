import type { RuleSettings, WordList } from '../../lib/compliance/types.ts';
import { asWordList, type ListContent, type ListHead } from '../../lib/lists/word-list.ts';
import type { Database } from '../../lib/log/database.ts';
import { createRuleReader, readContent } from '../../lib/log/lists.ts';
import type { Proposal } from './tasks.ts';

/** The rules that hold now, with the word lists that are on. */
export const rulesNow = (db: Database): Promise<RuleSettings> => createRuleReader(db)();

/** The rules as a proposal would have them; a list that is off counts as switched on. */
export async function rulesAfter(
  db: Database,
  now: RuleSettings,
  proposal: Proposal,
  read: { list: string | null; content: ListContent } | null,
): Promise<RuleSettings> {
  switch (proposal.kind) {
    case 'rules':
      return { ...proposal.rules, lists: now.lists ?? [] };
    case 'term':
      return { ...now, terms: [...now.terms, proposal.term] };
    case 'phrase':
      return { ...now, allow: [...now.allow, proposal.phrase] };
    case 'level': {
      const { [proposal.rule]: _, ...others } = now.levels;
      return { ...now, levels: proposal.level ? { ...others, [proposal.rule]: proposal.level } : others };
    }
    case 'switch': {
      if (!proposal.isOn) return withList(now, proposal.list, null);
      const head = await db.lists.get(proposal.list);
      const content = head && (await readContent(db, head.hash));
      return content ? withList(now, head.id, asWordList(head, content)) : now;
    }
    case 'content': {
      const content = await readContent(db, proposal.hash);
      return content ? withContent(now, proposal.list, content) : now;
    }
    case 'read':
      return read ? withContent(now, read.list ?? 'new', read.content) : now;
  }
}

/** The rules with a list that holds something else. */
export const withContent = (now: RuleSettings, id: string, content: ListContent): RuleSettings =>
  withList(now, id, asWordList({ id, name: '', hash: '' } as ListHead, content));

/** The rules with a list on, as given, or with null without it. */
export const withList = (now: RuleSettings, id: string, list: WordList | null): RuleSettings => ({
  ...now,
  off: { ...now.off, lists: now.off.lists.filter((one) => one !== id) },
  lists: [...(now.lists ?? []).filter((one) => one.id !== id), ...(list ? [list] : [])],
});
