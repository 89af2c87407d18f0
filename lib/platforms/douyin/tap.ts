import type { TapSpec } from '../platform.ts';

/** 抖店 and 巨量百应 serve the same console (seen 2025-12). */
export const douyinTap: TapSpec = {
  hosts: ['buyin.jinritemai.com', 'fxg.jinritemai.com'],
  urls: [
    '/api/anchor/comment/info',
    '/api/anchor/livepc/playinfo',
    '/api/anchor/livepc/promotions_v2',
    '/livepc/realtime',
  ],
};

/** The big screen asks for everything apart (2026-03 and 2026-08, two releases side by side). */
export const douyinCompassTap: TapSpec = {
  hosts: ['compass.jinritemai.com'],
  urls: ['message?', 'live_comment?', 'live_order_stream?', '/live_order?', '/base_info?', '/core_data?'],
};

/** Nobody has published this page's feed: answers whose address sounds like one are searched for comments. */
export const douyinEosTap: TapSpec = {
  hosts: ['eos.douyin.com'],
  urls: ['comment', 'message', 'chat', '/im/'],
};

/** The viewers' page: its socket (frames of 2026-09), and what it asks instead when it has none. */
export const douyinViewerTap: TapSpec = {
  hosts: ['live.douyin.com'],
  urls: [],
  sockets: true,
  frames: ['/webcast/im/push/', '/webcast/im/fetch/'],
};
