import { findBox, isShown, shownText, showsIdleDialog } from '../dom.ts';
import { readFigures } from '../figures.ts';
import type { PlatformPage } from '../platform.ts';
import { readKuaishou } from './feed.ts';
import { readGoods } from './goods.ts';
import { kuaishouRows } from './rows.ts';
import { kuaishouTap } from './tap.ts';

/** Words of the panel of figures; no source lists them but 回复率, which comes with the comments. */
const figures = {
  在线人数: 'online',
  累计观看: 'viewers',
  观看人数: 'viewers',
  累计点赞: 'likes',
  点赞数: 'likes',
  成交订单: 'orders',
  成交金额: 'sales',
  回复率: 'replyRate',
} as const;

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
  figures: (document) => readFigures(document, figures, kuaishouRows.list(document)),
  notice: (document) => {
    if (showsIdleDialog(document)) return { trouble: 'idle-dialog' };
    return isShown(document.querySelector('[class*="bubble--"]')) ? { trouble: 'list-paused' } : {};
  },
  account: (document) => shownText(document.querySelector('[class^=nickname] [class^=name]')) || null,
} satisfies PlatformPage;
