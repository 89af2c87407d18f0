import { type Moments, momentsOfNewest } from '../index/moments.ts';
import { emptyOutline, type Outline, outlineOf, readMoments } from '../index/outline.ts';
import { indexedTo } from '../index/pass.ts';
import type { Database } from '../log/database.ts';
import { readEvents, watch } from '../log/reader.ts';

/** A session's timeline as far as it was worked up, for `useSyncExternalStore`. */
export interface OutlineView {
  readonly outline: Outline;
  /** how far the index is, both as seq; the newest events need none */
  readonly done: number;
  readonly all: number;
  readonly error: unknown;
}

export interface OutlineSource {
  view(): OutlineView;
  subscribe(listener: () => void): () => void;
  stop(): void;
}

/** So many newest events are read at once, without the index. */
const tail = 3_000;
/** An index that is just being made, or a room that talks, is looked at again no sooner (ms). */
const pause = 700;

/** Follows what is known of a whole session: what the index keeps, and the newest events besides. */
export function openOutline(db: Database, session: string): OutlineSource {
  let view: OutlineView = { outline: emptyOutline, done: 0, all: 0, error: null };
  const listeners = new Set<() => void>();
  const show = (change: Partial<OutlineView>) => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const kept: Moments[] = [];
  let isReading = false;
  let isWanted = false;
  let isStopped = false;

  async function read(): Promise<void> {
    isWanted = true;
    if (isReading) return;
    isReading = true;
    while (isWanted && !isStopped) {
      isWanted = false;
      const last = kept.at(-1);
      for (const one of await readMoments(db, session, last ? last.first + last.count : 0)) kept.push(one);
      const to = await indexedTo(db, session);
      const all = (await db.sessions.get(session))?.events ?? 0;
      // which questions of theirs stay open is told when the index has come there
      const newest = all - to <= tail ? (await readEvents(db, session, to)).events : [];
      if (!isStopped)
        show({
          outline: outlineOf(newest.length > 0 ? [...kept, momentsOfNewest(session, newest)] : kept),
          done: to,
          all,
          error: null,
        });
      await new Promise((done) => setTimeout(done, pause));
    }
    isReading = false;
  }

  const unwatch = watch(
    () => Promise.all([indexedTo(db, session), db.sessions.get(session)]),
    () => read().catch((error: unknown) => show({ error })),
    (error) => show({ error }),
  );
  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      isStopped = true;
      unwatch();
      listeners.clear();
    },
  };
}
