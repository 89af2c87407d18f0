import { shownText } from '../dom.ts';
import type { RowReader } from '../platform.ts';
import { accept } from '../said.ts';

const name = '[class*="item-name"]';
const content = '[class*="item-content"]';
/** Seen as item-x_bazm (2025); the parts within begin alike, and of nested ones the outermost is the row. */
const row = '[class^="item-"], [class*=" item-"]';
const goods = '#live-card-list';
/** How consoles of this platform call the broadcaster's own rows. */
const own = /^(我|主播我|主播)$/;

export const eosRows: RowReader = {
  row,
  list: (document) => {
    const named = [...document.querySelectorAll(name)].find((node) => !node.closest(goods));
    return (
      named?.closest('[class^="list-"], [class*=" list-"]') ??
      named?.parentElement?.closest(row)?.parentElement ??
      [...document.querySelectorAll('[class*="comment"] [class^="list-"]')].find(
        (node) => !node.closest(goods),
      ) ??
      null
    );
  },
  read: (element) => {
    const named = element.querySelector(name);
    if (!named) return null;
    // some call themselves nothing but blanks
    const nick = shownText(named).replace(/\s*[:：]$/, '');
    const said = accept({
      nick,
      text: shownText(element.querySelector(content)),
      anchor: own.test(nick) ? true : undefined,
    });
    return typeof said === 'string' ? null : said;
  },
};
