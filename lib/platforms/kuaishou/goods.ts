import { readShelf } from '../goods.ts';

/**
 * The goods panel: rows carry the product's id, with an ending while it is being recorded, and a switch that
 * says what a click would do (2025-09, one source). The list is react-virtuoso's and counts from 0.
 */
export const readGoods = (document: Document) =>
  readShelf(document, {
    rows: () => document.querySelectorAll('[class^="list-container"] [class^="list-item"]'),
    id: (row) => row.id.replace(/recording$/, ''),
    number: (row) => {
      const index = row.closest('[data-index]')?.getAttribute('data-index');
      return index && /^\d+$/.test(index) ? String(Number(index) + 1) : null;
    },
    isExplained: (row) => /结束|取消/.test(row.querySelector('[class^="cardBtn"]')?.textContent ?? ''),
  });
