import { findBox, isShown, shownText, showsIdleDialog } from '../dom.ts';
import type { PlatformPage } from '../platform.ts';
import { readDouyin } from './feed.ts';
import { douyinRows } from './rows.ts';
import { douyinTap } from './tap.ts';

const paths = [
  '/ffa/buyin/dashboard/live/control',
  '/ffa/content-tool/live/control',
  '/dashboard/live/control',
];

/** The live console of 抖店 and 巨量百应. */
export const douyinConsole = {
  platform: 'douyin',
  tap: douyinTap,
  matches: ({ host, pathname }) =>
    douyinTap.hosts.includes(host) && paths.some((path) => pathname.startsWith(path)),
  roomId: () => null,
  read: readDouyin,
  isPolled: true,
  rows: douyinRows,
  // the block #input-comment-block-id became the @-mention area in 2026-06; the other box writes to the host's board
  composer: (document) =>
    findBox(document, '回复观众或直接发评', '#input-comment-block-id textarea', '主播可在主播看板上看到'),
  composerLimit: 50,
  notice: (document) => {
    const ended = isShown(document.querySelector('.auxo-modal-content svg[class^="liveOverCloseIcon"]'));
    if (ended) return { ended };
    if (showsIdleDialog(document)) return { trouble: 'idle-dialog' };
    const more = document.querySelector('[class*="newCommentLabel"], [class*="newCommentShadow"]');
    return isShown(more) ? { trouble: 'list-paused' } : {};
  },
  account: (document) =>
    shownText(document.querySelector('[class^="index_userName"], span.btn-item-role-exchange-name__title')) ||
    null,
} satisfies PlatformPage;
