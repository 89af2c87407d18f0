import { shownText } from '../dom.ts';
import type { RowReader } from '../platform.ts';
import { accept } from '../said.ts';

/** Class names are not hashed (2025-01, one source); gifts and likes stand in such rows, too. */
export const viewerRows: RowReader = {
  row: '.comment-cell',
  list: (document) =>
    document.querySelector('.chat-history') ?? document.querySelector('.comment-cell')?.parentElement ?? null,
  read: (row) => {
    const name = row.querySelector('.username');
    if (!name || row.querySelector('.gift-comment, .like')) return null;
    const said = accept({
      // some call themselves nothing but blanks
      nick: shownText(name).replace(/\s*[:：]$/, ''),
      text: shownText(row.querySelector('.comment')),
    });
    return typeof said === 'string' ? null : said;
  },
};
