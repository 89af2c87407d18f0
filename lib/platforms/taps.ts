import { douyinCompassTap, douyinEosTap, douyinTap, douyinViewerTap } from './douyin/tap.ts';
import { kuaishouTap, viewerTap } from './kuaishou/tap.ts';
import type { TapSpec } from './platform.ts';
import { taobaoTap } from './taobao/tap.ts';

/** What the tap listens to on each host; apart from the adapters, so that the page world loads no more. */
const taps: readonly TapSpec[] = [
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

/**
 * What the tap listens to in this document; null where it is none of ours, or a frame: those are read only where a
 * console is known to stand in one, and with nothing around them but pages of its own hosts.
 */
export function tapFor({ top, self, location }: Pick<Window, 'top' | 'self' | 'location'>): TapSpec | null {
  const tap = taps.find(({ hosts }) => hosts.includes(location.host)) ?? null;
  if (top === self) return tap;
  const around = [...(location.ancestorOrigins ?? [])].map((origin) => origin.replace(/^https:\/\//, ''));
  const isAmongOwn = around.length > 0 && around.every((host) => tap?.hosts.includes(host));
  return tap?.framed && isAmongOwn ? tap : null;
}
