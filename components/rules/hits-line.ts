import type { Database } from '../../lib/log/database.ts';
import { type HitsByRule, readHits } from '../../lib/report/hits.ts';

/** Whose hits are asked for. */
export type HitsAsked = string;
/** Null when none of it was judged, or it cannot be read. */
export interface HitsTold {
  session: string;
  hits: HitsByRule | null;
}

/** The way to those who read hits. */
export interface HitsLine {
  ask(session: HitsAsked): void;
  close(): void;
}

/** Starts a worker that reads hits: what was found in a long session is a lot to unpack. */
export function openHits(db: Database, onTold: (told: HitsTold) => void): HitsLine {
  if (typeof Worker === 'undefined') return openHere(db, onTold);
  const worker = new Worker(new URL('./hits-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<HitsTold>) => onTold(data);
  return { ask: (session) => worker.postMessage(session), close: () => worker.terminate() };
}

/** The same on this thread, where there are no workers. */
function openHere(db: Database, onTold: (told: HitsTold) => void): HitsLine {
  let isClosed = false;
  return {
    async ask(session) {
      const hits = await readHits(db, session, () => isClosed).catch(() => null);
      if (!isClosed) onTold({ session, hits });
    },
    close: () => {
      isClosed = true;
    },
  };
}
