import { douyinCompassTap, douyinEosTap, douyinTap, douyinViewerTap } from './douyin/tap.ts';
import { kuaishouTap, viewerTap } from './kuaishou/tap.ts';
import type { TapSpec } from './platform.ts';
import { taobaoTap } from './taobao/tap.ts';

/** What the tap listens to on each host; apart from the adapters, so that the page world loads no more. */
export const taps: readonly TapSpec[] = [
  douyinTap,
  douyinCompassTap,
  douyinEosTap,
  douyinViewerTap,
  taobaoTap,
  kuaishouTap,
  viewerTap,
];

/** Match patterns of all hosts, for both content scripts. */
export const matchPatterns: string[] = taps.flatMap(({ hosts }) => hosts.map((host) => `https://${host}/*`));
