import { findLists } from './lists.ts';
import { type Bag, findInRow, type Keys, plain } from './props.ts';

/** How many comments are remembered as told; more than are looked at in one list. */
const memory = 5000;
const newest = 2000;

/** Reads comments from the page's React tree and tells each once. */
export interface TreeReader {
  /** All that the lists above the rows hold, drawn or not. */
  list(list: Element): void;
  /** True when the row held a comment, told now or before. */
  row(row: Element): boolean;
}

export function createTreeReader(keys: Keys, tell: (comments: Bag[]) => void): TreeReader {
  const told = new Set<unknown>();
  const [id, text] = keys;

  function isNew(comment: Bag): boolean {
    if (typeof comment?.[text] !== 'string') return false;
    const name = comment[id] || JSON.stringify(plain(comment));
    if (told.has(name)) return false;
    told.add(name);
    if (told.size > memory) for (const oldest of told) return told.delete(oldest);
    return true;
  }

  function tellNew(comments: Bag[]): void {
    const fresh: Bag[] = [];
    for (const comment of comments)
      try {
        if (isNew(comment)) fresh.push(plain(comment));
      } catch {
        // a getter of the page's that throws spoils one comment, not all
      }
    if (fresh.length > 0) tell(fresh);
  }

  return {
    list: (list) => tellNew(findLists(list, keys).flatMap((items) => items.slice(-newest))),
    row(row) {
      const comment = findInRow(row, keys);
      if (comment) tellNew([comment]);
      return comment !== null;
    },
  };
}
