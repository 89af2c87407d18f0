import { shownText } from '../platforms/dom.ts';
import type { RowReader, Said } from '../platforms/platform.ts';
import { accept } from '../platforms/said.ts';

/** Selectors that a person taught for one page: where its list stands, and its rows, nicks and texts in it. */
export interface Taught {
  list: string;
  row: string;
  /** within a row */
  nick: string;
  text: string;
  /** when it was taught or imported, ms epoch */
  at: number;
}
export type TaughtPages = Readonly<Record<string, Taught>>;

/** Under this key of `browser.storage.local`. */
export const taughtKey = 'taught';

/** A page's name among the taught: host and path, without the parts that name a room. */
export const pageKeyOf = ({ host, pathname }: URL): string =>
  `${host}${pathname.replace(/\/[^/]*\d[^/]*/g, '/*')}`.slice(0, 200);

/**
 * Reads rows by taught selectors. The list counts as found when one of its rows can be read. Selectors are let in
 * by the pages that store them; one that is none all the same finds nothing.
 */
export function taughtReader({ list, row, nick, text }: Taught): RowReader {
  const read = (element: Element): Said | null => {
    const name = element.querySelector(nick);
    const words =
      element.matches(text) && !element.querySelector(text) ? element : element.querySelector(text);
    if (!name || !words || name.contains(words)) return null;
    const said = accept({
      // badges stand in elements of their own
      nick: (ownText(name) || shownText(name)).replace(/\s*[:：]$/, ''),
      // the text may stand bare beside the nick
      text: words.contains(name) ? ownText(words) : shownText(words),
      badges: undefined,
    });
    return typeof said === 'string' ? null : said;
  };
  return {
    row,
    read,
    list: (document) => {
      const isRead = (found: Element) =>
        [...found.querySelectorAll(row)].slice(0, 50).some((one) => read(one) !== null);
      try {
        return [...document.querySelectorAll(list)].slice(0, 20).find(isRead) ?? null;
      } catch {
        return null;
      }
    },
  };
}

/** Its own words only: buttons and badges stand in a row, too, even where they are not shown. */
const ownText = (element: Element): string =>
  Array.from(element.childNodes, (node) => {
    const isImage = node.nodeName === 'IMG';
    return isImage
      ? ((node as Element).getAttribute('alt') ?? '')
      : node.nodeType === 3
        ? node.nodeValue
        : '';
  })
    .join('')
    .trim();
