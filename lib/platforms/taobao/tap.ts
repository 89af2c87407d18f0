import type { TapSpec } from '../platform.ts';

export const taobaoTap: TapSpec = {
  hosts: ['liveplatform.taobao.com'],
  urls: ['mtop.taobao.iliad.comment.query.anchorlatest'],
  jsonp: true,
};
