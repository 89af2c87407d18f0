import { findBox, isShown, shownText, showsIdleDialog } from '../dom.ts';
import { readFigures } from '../figures.ts';
import type { PlatformPage } from '../platform.ts';
import { readKuaishou } from './feed.ts';
import { readGoods } from './goods.ts';
import { kuaishouRows } from './rows.ts';
import { kuaishouTap } from './tap.ts';

/** The live assistant of 快手小店. */
export const kuaishouConsole = {
  platform: 'kuaishou',
  tap: kuaishouTap,
  matches: ({ host, pathname }) =>
    kuaishouTap.hosts.includes(host) &&
    (pathname.startsWith('/page/helper') || pathname.startsWith('/control')),
  roomId: () => null,
  read: readKuaishou,
  isPolled: false,
  rows: kuaishouRows,
  composer: (document) =>
    findBox(document, '一键回复观众或直接发评论', 'div[class^=reply-content] input[type=text]'),
  composerLimit: 40,
  goods: readGoods,
  figures: (document) => readFigures(document, kuaishouRows.list(document)),
  notice: (document) => {
    if (showsIdleDialog(document)) return { trouble: 'idle-dialog' };
    return isShown(document.querySelector('[class*="bubble--"]')) ? { trouble: 'list-paused' } : {};
  },
  account: (document) => shownText(document.querySelector('[class^=nickname] [class^=name]')) || null,
} satisfies PlatformPage;
