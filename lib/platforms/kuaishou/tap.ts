import type { TapSpec } from '../platform.ts';

/** The socket is encrypted, so the comment is taken from the React props of its row. */
export const kuaishouTap: TapSpec = {
  hosts: ['zs.kwaixiaodian.com'],
  urls: ['/rest/pc/live/assistant/live/current', '/rest/pc/live/assistant/dynamic/onsale'],
  sockets: true,
  props: ['commentId', 'commentContent'],
};

/** The viewer's page: wss://live-ws-….kuaishou.com/websocket, plain or packed protobuf (2026-08). */
export const viewerTap: TapSpec = {
  hosts: ['live.kuaishou.com'],
  urls: ['/live_api/liveroom/websocketinfo'],
  sockets: true,
  frames: ['kuaishou.com/websocket'],
};
