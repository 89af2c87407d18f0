import { shownText } from '../dom.ts';
import type { RowReader } from '../platform.ts';
import { accept } from '../said.ts';
import { isSystem } from './comment.ts';

/** Class names are not hashed here and stood from 2023 to 2026; .alpw- is an older row. */
export const taobaoRows: RowReader = {
  row: '.tc-comment-item, .alpw-comment-item',
  list: (document) =>
    document.querySelector('.tc-comment-list') ??
    document.querySelector('.tc-comment-item, .alpw-comment-item')?.parentElement ??
    null,
  read: (element) => {
    const name = shownText(element.querySelector('.tc-comment-item-userinfo-name'));
    const content = element.querySelector('.tc-comment-item-content');
    const badges = badgesOf(element);
    const said = accept({
      // the account stands in brackets behind the nick
      nick: name.replace(/[(（][^()（）]*[)）]$/, '') || name,
      text: shownText(content?.querySelector('span') ?? content),
      shownAt: shownText(element.querySelector('.alpw-comment-time')).slice(0, 20) || undefined,
      badges: badges.filter((badge) => badge !== '主播'),
      anchor: badges.includes('主播') ? true : undefined,
    });
    return typeof said === 'string' || said.nick === '' || isSystem(said.nick, said.text) ? null : said;
  },
};

const known = new Set(['主播', '已加购', '已下单', '粉丝']);

const badgesOf = (row: Element): string[] =>
  Array.from(row.querySelector('.tc-comment-item-userinfo')?.querySelectorAll('*') ?? [], (node) =>
    node.childElementCount === 0 ? shownText(node) : '',
  ).filter((text) => known.has(text));
