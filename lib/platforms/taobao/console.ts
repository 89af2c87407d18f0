import { findBox, isShown, shownText, showsIdleDialog } from '../dom.ts';
import { readFigures } from '../figures.ts';
import type { PlatformPage } from '../platform.ts';
import { liveIdIn } from './address.ts';
import { readTaobao } from './feed.ts';
import { readGoods } from './goods.ts';
import { taobaoRows } from './rows.ts';
import { taobaoTap } from './tap.ts';

/** The list beside the console has this live, but no longer as one that runs (classes: 2026-01). */
function isOver(document: Document, room: string | null): boolean {
  const lives = [...document.querySelectorAll('#scrollableDiv .tblalm-lm-list-item-live')];
  const idIn = (live: Element) => shownText(live.querySelector('[class*="subTitle-id"] .tui-number-figure'));
  const mine = lives.find((live) => idIn(live) === room);
  return mine !== undefined && !mine.classList.contains('online');
}

/**
 * Where the console stands: by itself, and in Qianniu's shell, new and old (2026-07). The shell may show it in
 * a frame that has one of these addresses.
 */
const paths: Record<string, RegExp> = {
  'liveplatform.taobao.com': /^\/restful\/index\/live\/control/,
  'qn.taobao.com': /^\/home\.htm\/(?:qn-live-container\/live\/control|live-dashboard-qn)/,
  'myseller.taobao.com': /^\/home\.htm\/(?:qn-live-container\/live\/control|live-dashboard-qn)/,
};

/** The live console of Taobao; it exists only while the room is live. */
export const taobaoConsole = {
  platform: 'taobao',
  tap: taobaoTap,
  matches: ({ host, pathname }) => paths[host]?.test(pathname) ?? false,
  roomId: liveIdIn,
  read: readTaobao,
  isPolled: true,
  rows: taobaoRows,
  composer: (document) =>
    findBox(document, '回复观众或直接enter发评论', '#comment-page div.tc-comment-reply textarea'),
  // no source names the true limit; the box's own maxlength goes first
  composerLimit: 100,
  goods: readGoods,
  figures: (document) => readFigures(document, taobaoRows.list(document)),
  notice: (document, room) => {
    if (isOver(document, room)) return { ended: true };
    if (showsIdleDialog(document)) return { trouble: 'idle-dialog' };
    return isShown(document.querySelector('.tc-comment-list-newtip')) ? { trouble: 'list-paused' } : {};
  },
  // no source names where the account stands
  account: () => null,
} satisfies PlatformPage;
