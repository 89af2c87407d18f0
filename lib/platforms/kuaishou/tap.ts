import type { TapSpec } from '../platform.ts';

/** The socket is encrypted, so the comment is taken from the React props of its row. */
export const kuaishouTap: TapSpec = {
  hosts: ['zs.kwaixiaodian.com'],
  urls: ['/rest/pc/live/assistant/live/current'],
  sockets: true,
  props: ['commentId', 'commentContent'],
};
