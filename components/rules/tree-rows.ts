import type { CatalogueCategory, CatalogueList, CatalogueRule } from '../../lib/compliance/catalogue.ts';
import type { Phrase, Term } from '../../lib/compliance/types.ts';
import { type ListContent, type ListGroup, type ListHead, listGroups } from '../../lib/lists/word-list.ts';
import type { Find } from './find.ts';

/** A list of words: the shop's own has no head. */
export interface Words {
  id: string;
  name: string;
  group: ListGroup;
  head: ListHead | null;
  /** it comes from elsewhere: what it holds is not changed here */
  isFixed: boolean;
  /** null until it is read */
  content: ListContent | null;
}

export type TreeRow =
  | { kind: 'group'; key: string; group: ListGroup | 'built-in' }
  | { kind: 'list'; key: string; list: CatalogueList; isOpen: boolean }
  | { kind: 'category'; key: string; list: CatalogueList; category: CatalogueCategory; isOpen: boolean }
  | {
      kind: 'rule';
      key: string;
      list: CatalogueList;
      category: CatalogueCategory;
      rule: CatalogueRule;
      /** its category's name stands nowhere above */
      isAlone: boolean;
      isOpen: boolean;
    }
  | { kind: 'words'; key: string; words: Words; isOpen: boolean }
  | { kind: 'form'; key: string; words: Words }
  | { kind: 'empty'; key: string }
  | { kind: 'word'; key: string; words: Words; word: Term | Phrase; isOpen: boolean };

/** Terms have a severity, phrases have none. */
export const isTerm = (word: Term | Phrase): word is Term => 'severity' in word;

interface Lists {
  catalogue: readonly CatalogueList[];
  words: readonly Words[];
}

/** The rows that are to be seen: those under what is open, or all that `find` lets through. */
export function treeRows(
  { catalogue, words }: Lists,
  open: ReadonlySet<string>,
  find: Find | null,
): TreeRow[] {
  const rows: TreeRow[] = [];
  for (const group of ['built-in', ...listGroups] as const) {
    const from = rows.length;
    for (const list of catalogue) if (list.group === group) addList(list);
    for (const list of words) if (list.group === group) addWords(list);
    const isShown = rows.length > from || (!find && (group === 'shop' || group === 'own'));
    if (isShown) rows.splice(from, 0, { kind: 'group', key: `group:${group}`, group });
  }
  return rows;

  function addList(list: CatalogueList): void {
    const key = `list:${list.id}`;
    const isOpen = find !== null || open.has(key);
    const from = rows.length;
    if (isOpen) for (const category of list.categories) addCategory(list, category);
    if (!find || rows.length > from) rows.splice(from, 0, { kind: 'list', key, list, isOpen });
  }

  function addCategory(list: CatalogueList, category: CatalogueCategory): void {
    const key = `category:${list.id}:${category.id}`;
    const isAlone = category.rules.length === 1;
    const isOpen = isAlone || find !== null || open.has(key);
    const rules = find ? category.rules.filter((rule) => find.rule(list, category, rule)) : category.rules;
    if (rules.length === 0) return;
    if (!isAlone) rows.push({ kind: 'category', key, list, category, isOpen });
    if (!isOpen) return;
    for (const rule of rules) {
      const key = `rule:${rule.id}`;
      rows.push({ kind: 'rule', key, list, category, rule, isAlone, isOpen: open.has(key) });
    }
  }

  function addWords(words: Words): void {
    const key = `words:${words.id}`;
    const { terms = [], allow = [] } = words.content ?? {};
    const isOpen = find !== null || open.has(key);
    if (find) {
      const found = [...terms, ...allow].filter((word) => find.word(word));
      if (found.length === 0) return;
      rows.push({ kind: 'words', key, words, isOpen });
      for (const word of found) rows.push(rowOf(words, word));
      return;
    }
    rows.push({ kind: 'words', key, words, isOpen });
    if (!isOpen || !words.content) return;
    if (!words.isFixed) rows.push({ kind: 'form', key: `form:${words.id}`, words });
    if (terms.length + allow.length === 0) rows.push({ kind: 'empty', key: `empty:${words.id}` });
    for (const word of terms) rows.push(rowOf(words, word));
    for (const word of allow) rows.push(rowOf(words, word));
  }

  function rowOf(words: Words, word: Term | Phrase): TreeRow {
    const key = `${isTerm(word) ? 'term' : 'phrase'}:${words.id}:${word.text}`;
    return { kind: 'word', key, words, word, isOpen: open.has(key) };
  }
}
