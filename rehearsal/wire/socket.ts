import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { sealPush } from './kuaishou.ts';
import type { Backstage } from './wire.ts';

/** The slowest the socket pushes, ms. */
const slowest = 200;
/** A page that is silent for so long gets the push again, ms. */
const patience = 3000;

/** Sends sealed comments from `cursor` on, one push at a time: the next one waits until the page has answered. */
export function pushComments(client: WebSocket, cursor: string | null, stage: Backstage, key: Buffer): void {
  const { room, awkward, pollMs, random, now } = stage;
  let place = cursor;
  let unanswered = 0;

  const timer = setInterval(
    () => {
      if (room.isLoggedOut()) return client.close();
      if (awkward.hostile && random.chance(0.1)) client.send(randomBytes(random.int(4096)));
      if (now() - unanswered < patience) return;
      const portion = room.read(place);
      if (portion.comments.length === 0) return;
      unanswered = now();
      client.send(sealPush(portion, key, room.anchor.user));
    },
    Math.min(pollMs, slowest),
  );

  client.on('message', (frame: Buffer) => {
    place = Buffer.from(frame.map((byte, i) => byte ^ (key[i % key.length] ?? 0))).toString('utf8');
    room.acknowledge(place);
    unanswered = 0;
  });
  client.on('close', () => clearInterval(timer));
}
