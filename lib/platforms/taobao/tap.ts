import type { TapSpec } from '../platform.ts';

/** Console, Qianniu's shell and the viewer's page ask the same servers; Qianniu was seen to poll the CDN (2026-07). */
export const taobaoTap: TapSpec = {
  hosts: ['liveplatform.taobao.com', 'qn.taobao.com', 'myseller.taobao.com', 'tbzb.taobao.com'],
  urls: [
    'mtop.taobao.iliad.comment.query.anchorlatest',
    'mtop.taobao.iliad.comment.query.latest',
    // impaas.alicdn.com or impaasgw.alicdn.com
    '.alicdn.com/live/message/',
  ],
  jsonp: true,
  framed: true,
};
