import { limits } from '../limits.ts';
import { shownText } from './dom.ts';
import { figureIn } from './figures.ts';
import type { Goods } from './platform.ts';

type Item = Goods['items'][number];

/** What is particular to a page's goods panel. */
export interface ShelfReader {
  rows(document: Document): Iterable<Element>;
  /** the platform's id where the row has it */
  id?(row: Element): string | null | undefined;
  number(row: Element): string | null | undefined;
  isExplained(row: Element): boolean;
}

/**
 * The goods whose rows stand in the page; null without any. Price, stock and name are known by how they look,
 * because no source names their places: ¥, 库存, and the longest text that is neither. Rows that tell no name
 * are left out; a product without an id goes by its name.
 */
export function readShelf(document: Document, reader: ShelfReader): Goods | null {
  const items = new Map<string, Item>();
  let explaining: string | null = null;
  for (const row of reader.rows(document)) {
    const item = readRow(row, reader);
    if (!item || items.size >= limits.goods) continue;
    items.set(item.id, item);
    if (reader.isExplained(row)) explaining = item.id;
  }
  // these lists draw only the rows in sight
  return items.size > 0 ? { items: [...items.values()], explaining, part: true } : null;
}

function readRow(row: Element, { id, number }: ShelfReader): Item | null {
  const title = nameOf(row).slice(0, limits.title);
  if (title === '') return null;
  const text = shownText(row);
  const told = { number: countOf(number(row)), price: priceOf(text), stock: countOf(stockIn(text)) };
  const known = Object.entries(told).filter(([, value]) => value !== undefined);
  return { id: (id?.(row) || title).slice(0, 128), title, ...Object.fromEntries(known) };
}

/** Price in fen; the first of several, as 现价 stands before 原价. */
function priceOf(text: string): number | undefined {
  const yuan = figureIn(/[¥￥]\s*\d[\d,]*(?:\.\d+)?万?/.exec(text)?.[0] ?? '');
  return yuan === undefined ? undefined : Math.round(yuan * 100);
}

const countOf = (text: string | null | undefined): number | undefined => {
  const count = figureIn(text ?? '');
  return count === undefined ? undefined : Math.round(count);
};

const stockIn = (text: string) => /库存\s*[:：]?\s*([\d,.]+万?)/.exec(text)?.[1];

function nameOf(row: Element): string {
  const titles = Array.from(row.querySelectorAll('[title]'), (node) => node.getAttribute('title') ?? '');
  const names = (texts: string[]) => texts.filter((text) => text.length > 1 && !isFigure.test(text));
  const found = names(titles).length > 0 ? names(titles) : names(leavesOf(row));
  return found.reduce((longest, text) => (text.length > longest.length ? text : longest), '').trim();
}

const isFigure = /[¥￥]|库存|已售|销量|^[\d\s.,:+万]+$/;

const leavesOf = (row: Element): string[] =>
  Array.from(row.querySelectorAll('*'), (node) =>
    node.childElementCount === 0 && !node.closest('button') ? shownText(node) : '',
  );
