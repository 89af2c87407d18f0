import { shownText } from '../dom.ts';
import type { RowReader } from '../platform.ts';
import { accept } from '../said.ts';

const name = '[class*="username--"]';
/** Cells of react-virtualized, or of react-virtuoso, where the goods list went by 2025-09. */
const cells = '.ReactVirtualized__Grid__innerScrollContainer > div, [data-virtuoso-scroller] [data-index]';
const scrollers = '.ReactVirtualized__Grid__innerScrollContainer, [data-virtuoso-scroller]';

export const kuaishouRows: RowReader = {
  row: `${cells}, [class*="list-item--"]`,
  // goods stand in such a list, too: comments are in the one with names, or under a comment panel
  list: (document) =>
    document.querySelector(name)?.closest(scrollers) ??
    document.querySelector('[class*="comment-wrap"]')?.querySelector(scrollers) ??
    document.querySelector('[class*="comment-wrap"]') ??
    null,
  read: (element) => {
    const shown = element.querySelector(name);
    if (!shown) return null;
    const said = accept({
      nick: shownText(shown).replace(/\s*[:：]$/, ''),
      text: shownText(element.querySelector('[class*="replied-content--"]')),
    });
    return typeof said === 'string' ? null : said;
  },
};
