import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { decodeMessage, encode, framesOf } from './live-frames.ts';
import { pushComments } from './socket.ts';
import { type Answer, type Backstage, json, type Visit } from './wire.ts';

/** Answers where the viewers' socket stands; null: no such address. */
export function answerKuaishouViewer({ url }: Visit, { room }: Backstage): Answer | null {
  if (url.pathname !== '/live_api/liveroom/websocketinfo') return null;
  if (url.searchParams.get('liveStreamId') !== room.id()) return json({ data: { result: 2 } });
  const websocketUrls = ['wss://live-ws-pg-group8.kuaishou.com/websocket'];
  return json({ data: { result: 1, token: 'stage', websocketUrls } });
}

/** Takes the viewers' socket; false: another one. */
export function connectKuaishouViewer(client: WebSocket, url: URL, stage: Backstage, key: Buffer): boolean {
  if (url.pathname !== '/websocket') return false;
  const { random } = stage;
  pushComments(client, null, stage, {
    isChatty: true,
    pack: (portion) => {
      const frames = framesOf(portion, stage, key);
      for (const frame of frames.slice(0, -1)) client.send(frame);
      return frames.at(-1) as Buffer;
    },
    noise: () =>
      random.pick([
        randomBytes(random.int(4096)),
        encode('SocketMessage', { payloadType: 310, compressionType: 2, payload: randomBytes(200) }),
        encode('SocketMessage', { payloadType: 829, compressionType: 1, payload: randomBytes(200) }),
      ]),
    heard(frame) {
      const { payloadType, cursor } = decodeMessage(frame);
      if (payloadType === 200)
        client.send(
          encode('SocketMessage', {
            payloadType: 300,
            compressionType: 1,
            payload: Buffer.from([0x18, 0xa0, 0x9c, 1]),
          }),
        );
      return typeof cursor === 'string' && cursor !== '' ? cursor : null;
    },
  });
  return true;
}
