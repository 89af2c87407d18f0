import type { Phrase, Term } from '../compliance/types.ts';
import { entryKey } from './read-entries.ts';
import type { ListContent } from './word-list.ts';

export type Way = 'merge' | 'replace';

/** A term or phrase, and what becomes of it. */
export interface Row {
  state: 'added' | 'removed' | 'changed';
  isAllow: boolean;
  before?: Term;
  after?: Term;
}

/** What a list comes to, and what that changes. */
export interface Merged {
  content: ListContent;
  counts: Record<Row['state'] | 'same', number>;
  /** the first of each state */
  rows: Row[];
}

const shownRows = 30;

/**
 * Takes what was read into a list: added to it, or in its place. Entries are told apart by their words and scope; of
 * one that is there the severity and basis that were read count. The order of what stays is kept. Pure.
 */
export function mergeList(before: ListContent, read: ListContent, way: Way): Merged {
  const counts = { added: 0, removed: 0, changed: 0, same: 0 };
  const shown: Record<Row['state'], Row[]> = { added: [], removed: [], changed: [] };
  const note = (row: Row) => {
    counts[row.state]++;
    if (shown[row.state].length < shownRows) shown[row.state].push(row);
  };
  const join = <Item extends Phrase>(
    old: readonly Item[],
    now: readonly Item[],
    isAllow: boolean,
  ): Item[] => {
    const left = new Map(now.map((item) => [entryKey(item.text, isAllow, item.scope), item]));
    const kept: Item[] = [];
    for (const item of old) {
      const key = entryKey(item.text, isAllow, item.scope);
      const found = left.get(key);
      left.delete(key);
      if (!found) {
        if (way === 'merge') kept.push(item);
        else note({ state: 'removed', isAllow, before: asTerm(item) });
        if (way === 'merge') counts.same++;
      } else if (isSame(asTerm(item), asTerm(found))) {
        counts.same++;
        kept.push(item);
      } else {
        note({ state: 'changed', isAllow, before: asTerm(item), after: asTerm(found) });
        kept.push(found);
      }
    }
    for (const item of left.values()) {
      note({ state: 'added', isAllow, after: asTerm(item) });
      kept.push(item);
    }
    return kept;
  };
  const content = {
    terms: join(before.terms, read.terms, false),
    allow: join(before.allow, read.allow, true),
  };
  return { content, counts, rows: [...shown.added, ...shown.changed, ...shown.removed] };
}

const asTerm = (item: Phrase | Term): Term => ({ severity: 'S1', ...item });

const isSame = (a: Term, b: Term): boolean => a.severity === b.severity && a.basis === b.basis;
