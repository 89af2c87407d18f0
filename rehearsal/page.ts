import type { PlatformId } from '../lib/model.ts';
import { drawClasses, strangeClasses } from './classes.ts';
import type { StageOptions } from './options.ts';
import type { Boot } from './pages/boot.ts';
import { createRandom } from './random.ts';
import { shop } from './shop.ts';
import type { Answer, Backstage } from './wire/wire.ts';

/** What a page is told about itself when it is loaded. `key` opens Kuaishou's socket. */
export function bootOf(platform: PlatformId, stage: Backstage, options: StageOptions, key: Buffer): Boot {
  const { seed = 1 } = options;
  const { room, awkward, pollMs, feed } = stage;
  const form = options.douyinClasses ?? createRandom(seed, 'form').pick(['module', 'dash', 'v2'] as const);
  const ways: Record<PlatformId, string> = {
    douyin: options.douyinTransport ?? 'fetch',
    taobao: options.taobaoList ?? 'recycled',
    kuaishou: options.kuaishouList ?? 'virtualized',
  };
  const draw = options.rows === 'renamed' ? strangeClasses : drawClasses;
  return {
    platform,
    account: room.anchor.nick,
    accountId: room.anchor.user,
    roomId: room.id(),
    products: shop,
    pollMs,
    classes: draw(platform, form, createRandom(seed, `${platform}:classes`)),
    way: ways[platform],
    form,
    feed,
    pausingList: awkward.pausingList,
    hostile: awkward.hostile,
    forgedEvents: awkward.forgedEvents,
    key: platform === 'kuaishou' ? key.toString('base64') : '',
  };
}

const titles: Record<PlatformId, string> = {
  douyin: '直播中控台',
  taobao: '淘宝直播中控台',
  kuaishou: '快手小店跟播助手',
};

/** The document around a page's script. */
export function documentOf(boot: Boot): Answer {
  const data = JSON.stringify(boot).replaceAll('<', '\\u003c');
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${titles[boot.platform]}</title><link rel="icon" href="data:,"></head>
<body>
<div id="root"></div>
<script type="application/json" id="boot">${data}</script>
<script type="module" src="/assets/${boot.platform}.js"></script>
</body>
</html>`,
  };
}

/** As strict as a console could be: an extension that injects inline script fails on it. */
export const contentPolicy = [
  "default-src 'self'",
  "script-src 'self' https://h5api.m.taobao.com",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self' wss://*.kwaixiaodian.com",
].join('; ');
