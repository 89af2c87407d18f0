import { drawClasses, strangeClasses } from './classes.ts';
import type { StageOptions } from './options.ts';
import type { Boot } from './pages/boot.ts';
import { createRandom } from './random.ts';
import { hosts, type SceneName, scenes } from './scenes.ts';
import { shop } from './shop.ts';
import type { Answer, Backstage } from './wire/wire.ts';

/** What a page is told about itself when it is loaded. `key` opens Kuaishou's socket. */
export function bootOf(scene: SceneName, stage: Backstage, options: StageOptions, key: Buffer): Boot {
  const { seed = 1 } = options;
  const { platform } = scenes[scene];
  const { room, awkward, pollMs, feed } = stage;
  const form = options.douyinClasses ?? createRandom(seed, 'form').pick(['module', 'dash', 'v2'] as const);
  const ways: Partial<Record<SceneName, string>> = {
    douyin: options.douyinTransport ?? 'fetch',
    'douyin-shop': options.douyinTransport ?? 'fetch',
    'douyin-viewer': options.viewerTransport ?? 'arraybuffer',
    taobao: options.taobaoList ?? 'recycled',
    'taobao-qianniu': options.taobaoList ?? 'recycled',
    'taobao-viewer': options.feed && options.feed !== 'known' ? 'query' : (options.taobaoFeeds ?? 'both'),
    kuaishou: options.kuaishouList ?? 'virtualized',
  };
  const draw = options.rows === 'renamed' ? strangeClasses : drawClasses;
  return {
    platform,
    scene,
    account: room.anchor.nick,
    accountId: room.anchor.user,
    roomId: room.id(),
    products: shop,
    pollMs,
    classes: draw(platform, form, createRandom(seed, `${platform}:classes`)),
    way: ways[scene] ?? '',
    form,
    feed,
    pausingList: awkward.pausingList,
    hostile: awkward.hostile,
    forgedEvents: awkward.forgedEvents,
    key: platform === 'kuaishou' ? key.toString('base64') : '',
  };
}

/** The document around a page's script. */
export function documentOf(scene: SceneName, boot: Boot): Answer {
  const { script, title } = scenes[scene];
  const data = JSON.stringify(boot).replaceAll('<', '\\u003c');
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head>
<body>
<div id="root"></div>
<script type="application/json" id="boot">${data}</script>
<script type="module" src="/assets/${script}.js"></script>
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
  "frame-src 'self' https://*.taobao.com",
  `connect-src 'self' ${hosts.flatMap((host) => [`https://${host}`, `wss://${host}`]).join(' ')}`,
].join('; ');
