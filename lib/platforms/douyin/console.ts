import { findBox, isShown, shownText, showsIdleDialog } from '../dom.ts';
import { readShelf } from '../goods.ts';
import type { PlatformPage } from '../platform.ts';
import { readConsole } from './console-feed.ts';
import { consoleRows } from './console-rows.ts';
import { douyinTap } from './tap.ts';

const paths = [
  '/ffa/buyin/dashboard/live/control',
  '/ffa/content-tool/live/control',
  '/dashboard/live/control',
];

/**
 * The goods panel (2025-12): every row is drawn, its id is the promotion's, and the button says what a click
 * would do. The request that switches tells nothing in its answer, so the button is how explaining is known.
 */
const readPanel = (document: Document) => {
  const shelf = readShelf(document, {
    rows: () =>
      document.querySelectorAll(
        '[data-rbd-draggable-id][class*="goodsItem"], .rpa_lc__live-goods__goods-item',
      ),
    id: (row) => row.getAttribute('data-rbd-draggable-id'),
    number: (row) => row.querySelector<HTMLInputElement>('[class*="indexWrapper"] input')?.value,
    isExplained: (row) => /取消讲解/.test(row.querySelector('[class*="goodsAction"]')?.textContent ?? ''),
  });
  return shelf && { items: shelf.items, explaining: shelf.explaining };
};

/** The live console of 抖店 and 巨量百应. */
export const douyinConsole = {
  platform: 'douyin',
  tap: douyinTap,
  matches: ({ host, pathname }) =>
    douyinTap.hosts.includes(host) && paths.some((path) => pathname.startsWith(path)),
  roomId: () => null,
  read: readConsole,
  isPolled: true,
  rows: consoleRows,
  // the block #input-comment-block-id became the @-mention area in 2026-06; the other box writes to the host's board
  composer: (document) =>
    findBox(document, '回复观众或直接发评', '#input-comment-block-id textarea', '主播可在主播看板上看到'),
  composerLimit: 50,
  goods: readPanel,
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
