import { shownText } from '../dom.ts';
import type { RowReader } from '../platform.ts';
import { accept } from '../said.ts';

/** Seen as index-module__commentItem___2fLb5 (2024), commentItem-AzWZJ8 (2025), commentItem-c29372 (2026). */
const row = '[class*="commentItem"]';
const tag = '[class*="authorTag"], [class*="commentTag"]';
/** How the console calls the broadcaster's own rows. */
const own = /^(我|主播我)$/;

export const consoleRows: RowReader = {
  row,
  list: (document) =>
    document.querySelector('#comment-list-wrapper') ??
    document.querySelector(row)?.closest('[class*="commentList"]') ??
    document.querySelector('[class*="commentList"]') ??
    document.querySelector(row)?.parentElement ??
    null,
  read: (element) => {
    const name = element.querySelector('[class*="nickname"]');
    if (!name) return null;
    const tags = Array.from(name.querySelectorAll(tag), (node) => shownText(node));
    // some call themselves nothing but blanks
    const nick = bareName(name).replace(/\s*[:：]$/, '');
    const isAnchor = own.test(nick) || tags.includes('主播') || tags.includes('自动回复');
    const said = accept({
      nick,
      text: shownText(element.querySelector('[class*="description"]')),
      badges: tags.filter((one) => one !== '主播'),
      anchor: isAnchor ? true : undefined,
    });
    return typeof said === 'string' ? null : said;
  },
};

/** The name without the badges that stand inside it. */
function bareName(name: Element): string {
  const texts = Array.from(name.childNodes, (node) =>
    node.nodeType === 1 && (node as Element).matches(tag) ? '' : shownText(node),
  );
  return texts.join('').trim();
}
