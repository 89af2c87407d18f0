import { shownText } from '../dom.ts';
import type { RowReader } from '../platform.ts';
import { accept } from '../said.ts';
import { isSystem } from './comment.ts';

/** Seen as itemWrap--EcN_tFIg, authorTitle--_Dl75ZJ6, content--pSjaTkyl (2025-01, one source). */
export const viewerRows: RowReader = {
  row: '[class*="itemWrap--"]',
  list: (document) => document.querySelector('#liveComment'),
  read: (row) => {
    const name = row.querySelector('[class*="authorTitle--"]');
    if (!name) return null;
    const said = accept({
      nick: shownText(name).replace(/\s*[:：]$/, ''),
      text: shownText(row.querySelector('[class*="content--"]')),
    });
    return typeof said === 'string' || isSystem(said.nick, said.text) ? null : said;
  },
};
