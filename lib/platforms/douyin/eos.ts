import { showsIdleDialog } from '../dom.ts';
import type { PlatformPage } from '../platform.ts';
import { eosRows } from './eos-rows.ts';
import { probe } from './probe.ts';
import { douyinEosTap } from './tap.ts';

/** The live page of 抖音团购 (2025-11): rows first, since nobody has published its feed. */
export const douyinEos = {
  platform: 'douyin',
  tap: douyinEosTap,
  matches: ({ host, pathname }) =>
    douyinEosTap.hosts.includes(host) && pathname.startsWith('/livesite/live/current'),
  roomId: () => null,
  read: probe,
  isPolled: false,
  rows: eosRows,
  composer: (document) =>
    document.querySelector<HTMLTextAreaElement>('div[class^="comment-wrap"] textarea') ??
    document.querySelector<HTMLTextAreaElement>('textarea[class^="input"]'),
  // no source names the true limit; the console of the same house takes as much
  composerLimit: 50,
  notice: (document) => (showsIdleDialog(document) ? { trouble: 'idle-dialog' } : {}),
  account: () => null,
} satisfies PlatformPage;
