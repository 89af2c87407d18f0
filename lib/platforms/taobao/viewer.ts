import type { PlatformPage } from '../platform.ts';
import { liveIdIn } from './address.ts';
import { readTaobao } from './feed.ts';
import { taobaoTap } from './tap.ts';
import { viewerRows } from './viewer-rows.ts';

/** A live room of Taobao as its viewers see it, in the browser. */
export const taobaoViewer = {
  platform: 'taobao',
  tap: taobaoTap,
  matches: ({ host, pathname }) => host === 'tbzb.taobao.com' && /^\/(?:live|follow)\b/.test(pathname),
  roomId: liveIdIn,
  read: readTaobao,
  isPolled: true,
  rows: viewerRows,
  isAside: true,
  // replies are written in the console
  composer: () => null,
  composerLimit: 0,
  // no source names how this page shows its state, nor where the account stands
  notice: () => ({}),
  account: () => null,
} satisfies PlatformPage;
