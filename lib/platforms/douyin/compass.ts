import type { PlatformPage } from '../platform.ts';
import { readCompass } from './compass-feed.ts';
import { douyinCompassTap } from './tap.ts';

/**
 * The big screen of 电商罗盘 (/screen/anchor/… and /screen/talent/…, 2026-08): what viewers do, orders and
 * figures. No source describes its rows, so its feeds are all there is.
 */
export const douyinCompass = {
  platform: 'douyin',
  isAside: true,
  tap: douyinCompassTap,
  matches: ({ host, pathname }) => douyinCompassTap.hosts.includes(host) && pathname.startsWith('/screen/'),
  roomId: ({ href }) => /[?&/]live_room_id=(\d{1,32})\b/.exec(href)?.[1] ?? null,
  read: readCompass,
  isPolled: true,
  rows: null,
  composer: () => null,
  composerLimit: 0,
  notice: () => ({}),
  account: () => null,
} satisfies PlatformPage;
