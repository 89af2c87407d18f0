import type { RowReader, Said } from '../platforms/platform.ts';
import { inVisualOrder } from './order.ts';
import { createStir } from './stir.ts';

/** The list as it stands, rows oldest first. */
export interface Glance {
  rows: { said: Said; element: Element }[];
  /** rows that could not be read */
  unreadable: Element[];
  /** the first look at this list */
  isFirst: boolean;
}

export interface WatchOptions {
  document: Document;
  /** in ms, of whatever clock */
  now?(): number;
  /** Asked for each search: the first that finds its list reads it. None: there is no list, which is nothing amiss. */
  readers(): readonly RowReader[];
  /** the list has changed and is about to be read */
  onLook?(list: Element, isFirst: boolean): void;
  /** a row is new or changed and about to be read */
  onRow?(row: Element, isFirst: boolean): void;
  onGlance(glance: Glance): void;
  /** something grows or changes as a list of comments would, and no list is found, or no row in it */
  onStir?(): void;
}

export interface Watcher {
  /** Looks for the list if it has gone; cheap while it is there. */
  check(): void;
  /** the list stands in the page */
  isFound(): boolean;
  /** who reads the list; null while there is none */
  reader(): RowReader | null;
  /** Lets go of the list and looks for it anew: there are other readers. */
  relook(): void;
  stop(): void;
}

/** ms between two looks at the whole page for the list. */
const seekPause = 100;

/**
 * Watches the comment list and nothing else, and tells how it stands after each change. Rows that
 * did not change are not read again; a recycled node counts as changed.
 */
export function watchList({
  document,
  now = () => performance.now(),
  readers,
  onLook,
  onRow,
  onGlance,
  onStir,
}: WatchOptions): Watcher {
  let readings = new WeakMap<Element, Said | null>();
  let list: Element | null = null;
  let reader: RowReader | null = null;
  let hasRows = false;
  const notice = createStir(() => onStir?.());

  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      forget(target);
      for (const node of addedNodes) {
        forget(node);
        if (node.nodeType === 1 && reader)
          for (const row of (node as Element).querySelectorAll(reader.row)) forget(row);
      }
    }
    look(false);
    // the list is there, but what moves in it is no row that is known
    if (!hasRows) notice(records, now());
  });

  /** The rows around or at a changed node have to be read anew. */
  function forget(node: Node): void {
    if (!reader) return;
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
    for (let row = element?.closest(reader.row); row; row = row.parentElement?.closest(reader.row))
      readings.delete(row);
  }

  function look(isFirst: boolean): void {
    if (!list || !reader) return;
    onLook?.(list, isFirst);
    const rows: Glance['rows'] = [];
    const unreadable: Element[] = [];
    for (const element of inVisualOrder(outermost(list, reader.row))) {
      const said = read(reader, element, isFirst);
      if (said) rows.push({ said, element });
      else unreadable.push(element);
    }
    hasRows = rows.length > 0;
    onGlance({ rows, unreadable, isFirst });
  }

  function read(by: RowReader, row: Element, isFirst: boolean): Said | null {
    const known = readings.get(row);
    if (known !== undefined) return known;
    onRow?.(row, isFirst);
    const said = by.read(row);
    readings.set(row, said);
    return said;
  }

  function find(): void {
    for (const one of readers()) {
      list = one.list(document);
      reader = one;
      if (list) return;
    }
    reader = null;
  }

  function check(): void {
    if (list?.isConnected) return;
    observer.disconnect();
    const hadReader = reader;
    find();
    if (reader !== hadReader) readings = new WeakMap();
    if (list) {
      seeker.disconnect();
      observer.observe(list, {
        childList: true,
        subtree: true,
        characterData: true,
        characterDataOldValue: true,
      });
      look(true);
    } else if (readers().length > 0)
      seeker.observe(document, {
        childList: true,
        subtree: true,
        characterData: true,
        characterDataOldValue: true,
      });
  }

  /** Looks out for the list while there is none: rows may run through it before the next check. */
  let soughtAt = 0;
  const seeker = new MutationObserver((records) => {
    const time = now();
    notice(records, time);
    if (time - soughtAt < seekPause) return;
    soughtAt = time;
    check();
  });

  return {
    check,
    isFound: () => list?.isConnected ?? false,
    reader: () => reader,
    relook() {
      list = null;
      check();
    },
    stop() {
      observer.disconnect();
      seeker.disconnect();
    },
  };
}

/** In document order what stands inside a row comes right after it. */
function outermost(list: Element, selector: string): Element[] {
  let outer: Element | undefined;
  return [...list.querySelectorAll(selector)].filter((row) => {
    if (outer?.contains(row)) return false;
    outer = row;
    return true;
  });
}
