import type { PlatformPage } from '../platform.ts';
import { douyinViewerTap } from './tap.ts';
import { readViewer } from './viewer-feed.ts';
import { viewerRows } from './viewer-rows.ts';

/** Pages of the same host that show no room. */
const elsewhere = /^\/(?:$|hot_live|category|categorynew|follow|search|live|webcast|download|aweme)\b/;

/**
 * A room as viewers see it. The address has the room's lasting name, not the number that each broadcast gets,
 * which comes with the first frame (2026-09).
 */
export const douyinViewer = {
  platform: 'douyin',
  isAside: true,
  tap: douyinViewerTap,
  matches: ({ host, pathname }) =>
    douyinViewerTap.hosts.includes(host) && /^\/[\w.-]{2,40}\/?$/.test(pathname) && !elsewhere.test(pathname),
  roomId: () => null,
  read: readViewer,
  isPolled: false,
  rows: viewerRows,
  // whoever sits here is a viewer
  composer: () => null,
  composerLimit: 0,
  notice: () => ({}),
  account: () => null,
} satisfies PlatformPage;
