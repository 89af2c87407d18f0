import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Portion } from '../room.ts';
import { type Line, pushComments } from './socket.ts';
import { answerOf, decodeFrame, frameOf, heartbeat } from './webcast.ts';
import type { Answer, Backstage, Visit } from './wire.ts';

/** Answers what live.douyin.com asks when it has no socket; null: no such address. */
export function answerViewer({ url }: Visit, stage: Backstage): Answer | null {
  if (!url.hostname.endsWith('.douyin.com') || !url.pathname.startsWith('/webcast/im/fetch/')) return null;
  const cursor = url.searchParams.get('cursor') || null;
  const type = 'application/protobuf';
  if (stage.awkward.hostile && stage.random.chance(1 / 6)) return { type, body: randomBytes(400) };
  return { type, body: Buffer.from(answerOf(stage.room.read(cursor), stage)) };
}

/** Takes the viewers' socket. */
export function connectViewer(client: WebSocket, { pathname, searchParams }: URL, stage: Backstage): boolean {
  if (!pathname.startsWith('/webcast/im/push/')) return false;
  pushComments(client, searchParams.get('cursor') || null, stage, webcastLine(stage));
  return true;
}

function webcastLine(stage: Backstage): Line {
  const { random } = stage;
  const cursors = new Map<string, string>();
  let count = 0;

  function pack(portion: Portion): Buffer {
    count += 1;
    cursors.set(String(count), portion.cursor);
    return frameOf(answerOf(portion, stage), count);
  }

  return {
    isChatty: true,
    pack,
    noise() {
      const whole = frameOf(answerOf({ comments: [], cursor: '', more: false }, stage), 0);
      const broken = Buffer.from(whole);
      broken.writeUInt8(random.int(256), random.int(broken.length));
      return random.pick([
        randomBytes(random.int(4096)),
        whole.subarray(0, random.int(whole.length)),
        broken,
        heartbeat(),
      ]);
    },
    heard(bytes) {
      const { payloadType, logId } = decodeFrame(bytes);
      return payloadType === 'ack' ? (cursors.get(String(logId)) ?? null) : null;
    },
  };
}
