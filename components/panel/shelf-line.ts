import type { Database } from '../../lib/log/database.ts';
import type { Match } from '../../lib/reply/library.ts';
import type { Reading, Script } from '../../lib/reply/types.ts';
import type { ShopScript } from '../../lib/shop/schema.ts';

/** A script of the shop or of ours, as a search by code, initials or words gives it. */
export type Findable = Script & Pick<ShopScript, 'code'>;
/** A script that may answer; `isOwn` when it is the shop's. */
export type OwnMatch = Match & { isOwn: boolean };

/** What is asked of those who hold the scripts: what answers a comment, or where typed letters lead. */
export type ShelfAsked =
  | { id: number; text: string; reading: Reading; limit: number }
  | { id: number; query: string; limit: number };

/** What they say: how much of the scripts they have read, that an index stands, what they found, or that they failed. */
export type ShelfTold =
  | { read: number }
  /** an index stands, without `waiting` scripts of the shop that nobody has approved yet */
  | { waiting: number }
  | { id: number; matches: OwnMatch[] }
  | { id: number; found: Findable[] }
  | { failed: string };

/** The way to those who hold the scripts. */
export interface ShelfLine {
  ask(asked: ShelfAsked): void;
  close(): void;
}

/** Starts a worker that reads and indexes the scripts, and again after each change, until the line is closed. */
export function openShelf(db: Database, onTold: (told: ShelfTold) => void): ShelfLine {
  if (typeof Worker === 'undefined') return openHere(db, onTold);
  const worker = new Worker(new URL('./shelf-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<ShelfTold>) => onTold(data);
  worker.onerror = ({ message }) => onTold({ failed: message });
  return { ask: (asked) => worker.postMessage(asked), close: () => worker.terminate() };
}

/** The same on this thread, where there are no workers. */
function openHere(db: Database, onTold: (told: ShelfTold) => void): ShelfLine {
  let isClosed = false;
  const serving = import('./serve-shelf.ts').then(({ serveShelf }) =>
    serveShelf(db, (told) => {
      if (!isClosed) onTold(told);
    }),
  );
  return {
    ask: (asked) => void serving.then(({ ask }) => ask(asked)),
    close: () => {
      isClosed = true;
      void serving.then(({ close }) => close());
    },
  };
}
