import type { TapSpec } from '../platform.ts';

/** 抖店 and 巨量百应 serve the same console (seen 2025-12). */
export const douyinTap: TapSpec = {
  hosts: ['buyin.jinritemai.com', 'fxg.jinritemai.com'],
  urls: ['/api/anchor/comment/info', '/api/anchor/livepc/playinfo'],
};
