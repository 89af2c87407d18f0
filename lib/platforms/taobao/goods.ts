import { shownText } from '../dom.ts';
import { readShelf } from '../goods.ts';

/**
 * The goods panel (2026-01, one source): its rows have a number, which a talent's console shows and a
 * company's has in a box, and a switch that says what a click would do. No source names where the id stands.
 */
export const readGoods = (document: Document) =>
  readShelf(document, {
    rows: () => document.querySelectorAll('#livePushed-tcl-unique-scroll-list .list-item'),
    number: (row) =>
      row.querySelector<HTMLInputElement>('input[data-tblalog-id="sort_input"]')?.value ??
      shownText(row.querySelector('.list-item-img-index')),
    isExplained: (row) =>
      /结束|取消/.test(row.querySelector('[data-tblalog-id="jiangJie"]')?.textContent ?? ''),
  });
