import { douyinCompass } from './douyin/compass.ts';
import { douyinConsole } from './douyin/console.ts';
import { douyinEos } from './douyin/eos.ts';
import { douyinViewer } from './douyin/viewer.ts';
import { kuaishouConsole } from './kuaishou/console.ts';
import { kuaishouViewer } from './kuaishou/viewer.ts';
import type { PlatformPage } from './platform.ts';
import { taobaoConsole } from './taobao/console.ts';
import { taobaoViewer } from './taobao/viewer.ts';

/** Every page that is read. A new platform is one folder and one line here and in taps.ts. */
export const pages: readonly PlatformPage[] = [
  douyinConsole,
  douyinCompass,
  douyinEos,
  douyinViewer,
  taobaoConsole,
  taobaoViewer,
  kuaishouConsole,
  kuaishouViewer,
];

/** The page that stands at an address; null where there is no live console. */
export const pageAt = (url: URL): PlatformPage | null => pages.find((page) => page.matches(url)) ?? null;
