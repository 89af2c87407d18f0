import { findBox, isShown, showsIdleDialog } from '../dom.ts';
import type { PlatformPage } from '../platform.ts';
import { readTaobao } from './feed.ts';
import { taobaoRows } from './rows.ts';
import { taobaoTap } from './tap.ts';

/** The live console of Taobao; it exists only while the room is live. */
export const taobaoConsole: PlatformPage = {
  platform: 'taobao',
  tap: taobaoTap,
  matches: ({ host, pathname }) =>
    taobaoTap.hosts.includes(host) && pathname.startsWith('/restful/index/live/control'),
  roomId: ({ searchParams }) => {
    const id = searchParams.get('liveId');
    return id && /^\w{1,64}$/.test(id) ? id : null;
  },
  read: readTaobao,
  isPolled: true,
  rows: taobaoRows,
  composer: (document) =>
    findBox(document, '回复观众或直接enter发评论', '#comment-page div.tc-comment-reply textarea'),
  // no source names the true limit; the box's own maxlength goes first
  composerLimit: 100,
  notice: (document) => {
    if (showsIdleDialog(document)) return { trouble: 'idle-dialog' };
    return isShown(document.querySelector('.tc-comment-list-newtip')) ? { trouble: 'list-paused' } : {};
  },
  // no source names where the account stands
  account: () => null,
};
