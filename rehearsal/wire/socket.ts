import type { WebSocket } from 'ws';
import type { Portion } from '../room.ts';
import type { Backstage } from './wire.ts';

/** The slowest a socket pushes, ms. */
const slowest = 200;
/** A page that is silent for so long gets the push again, ms. */
const patience = 3000;

/** How a platform packs what it pushes, and what its page answers. */
export interface Line {
  pack(portion: Portion): Buffer;
  /** bytes that are no push */
  noise(): Buffer;
  /** the cursor up to which the page says it has everything; null for other talk */
  heard(frame: Buffer): string | null;
  /** pushes also when nobody spoke */
  isChatty?: true;
}

/** Pushes comments from `cursor` on, one push at a time: the next one waits until the page has answered. */
export function pushComments(client: WebSocket, cursor: string | null, stage: Backstage, line: Line): void {
  const { room, awkward, pollMs, random, now } = stage;
  let place = cursor;
  let unanswered = 0;

  const timer = setInterval(
    () => {
      if (room.isLoggedOut()) return client.close();
      if (awkward.hostile && random.chance(0.1)) client.send(line.noise());
      if (now() - unanswered < patience) return;
      const portion = room.read(place);
      if (portion.comments.length === 0 && !line.isChatty) return;
      unanswered = now();
      client.send(line.pack(portion));
    },
    Math.min(pollMs, slowest),
  );

  client.on('message', (frame: Buffer) => {
    const told = line.heard(frame);
    if (told === null) return;
    place = told;
    room.acknowledge(place);
    unanswered = 0;
  });
  client.on('close', () => clearInterval(timer));
}
