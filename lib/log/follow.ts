import type { Session } from '../model.ts';
import type { Database } from './database.ts';
import { type Glimpse, glimpse, type Run, readRuns, watch } from './reader.ts';

export interface Follower {
  /** events in order, each once; the next run waits until this one is done */
  onRun(run: Run): Promise<void> | void;
  /** all there was at that moment has been handed over */
  onCaughtUp(session: Session): void;
  /** the session was deleted */
  onGone(): void;
  onError(error: unknown): void;
}

/**
 * Hands over a session's events from `from` on, what is stored first, then what is appended.
 * Returns the undo.
 */
export function follow(db: Database, id: string, from: number, follower: Follower): () => void {
  let next = from;
  let wanted: Glimpse | null = null;
  let isPulling = false;
  let isStopped = false;

  async function pull(): Promise<void> {
    if (isPulling) return;
    isPulling = true;
    try {
      while (wanted && !isStopped) {
        const { session, from, pages }: Glimpse = wanted;
        wanted = null;
        // what came meanwhile was looked at from further back
        const held = from <= next ? pages.filter((page) => page.first + page.count > next) : [];
        const first = held.length > 0 ? held : undefined;
        for await (const run of readRuns(db, id, next, session.events, undefined, first)) {
          if (isStopped) return;
          next += run.events.length + run.unreadable;
          await follower.onRun(run);
        }
        if (!isStopped) follower.onCaughtUp(session);
      }
    } catch (error) {
      if (!isStopped) follower.onError(error);
    } finally {
      isPulling = false;
    }
  }

  const unwatch = watch(
    () => glimpse(db, id, next),
    (seen) => {
      if (!seen) return follower.onGone();
      wanted = seen;
      void pull();
    },
    follower.onError,
  );
  return () => {
    isStopped = true;
    unwatch();
  };
}
