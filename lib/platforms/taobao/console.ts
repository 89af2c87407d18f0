import { findBox, isShown, shownText, showsIdleDialog } from '../dom.ts';
import type { PlatformPage } from '../platform.ts';
import { readTaobao } from './feed.ts';
import { taobaoRows } from './rows.ts';
import { taobaoTap } from './tap.ts';

/** The list beside the console has this live, but no longer as one that runs (classes: 2026-01). */
function isOver(document: Document, room: string | null): boolean {
  const lives = [...document.querySelectorAll('#scrollableDiv .tblalm-lm-list-item-live')];
  const idIn = (live: Element) => shownText(live.querySelector('[class*="subTitle-id"] .tui-number-figure'));
  const mine = lives.find((live) => idIn(live) === room);
  return mine !== undefined && !mine.classList.contains('online');
}

/** The live console of Taobao; it exists only while the room is live. */
export const taobaoConsole = {
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
  notice: (document, room) => {
    if (isOver(document, room)) return { ended: true };
    if (showsIdleDialog(document)) return { trouble: 'idle-dialog' };
    return isShown(document.querySelector('.tc-comment-list-newtip')) ? { trouble: 'list-paused' } : {};
  },
  // no source names where the account stands
  account: () => null,
} satisfies PlatformPage;
