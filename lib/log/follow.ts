import { Dexie, type ObservabilitySet, RangeSet, rangesOverlap } from 'dexie';
import type { Session } from '../model.ts';
import { hearAppended } from './appended.ts';
import type { Database } from './database.ts';
import { type Glimpse, glimpse, type Run, readRuns } from './reader.ts';

export interface Follower {
  /** events in order, each once; the next run waits until this one is done */
  onRun(run: Run): Promise<void> | void;
  /** all there was at that moment has been handed over */
  onCaughtUp(session: Session): void;
  /** the session was deleted */
  onGone(): void;
  onError(error: unknown): void;
}

/** A change that nobody told of within so long is looked up (ms). */
const patience = 40;

/**
 * Hands over a session's events from `from` on, what is stored first, then what is appended. Returns the undo.
 *
 * What is told as it is stored is not read again: reads and appends wait for each other, and a busy page holds both up.
 */
export function follow(db: Database, id: string, from: number, follower: Follower): () => void {
  let next = from;
  let told: Glimpse | null = null;
  /** the disk may hold what nobody told */
  let isBehind = true;
  let isPulling = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function pull(): Promise<void> {
    if (isPulling) return;
    isPulling = true;
    try {
      while ((isBehind || told) && !isStopped) {
        const seen = isBehind ? await look() : told;
        if (isStopped) return;
        if (seen === told) told = null;
        if (seen) await take(seen);
        else if (seen === undefined) follower.onGone();
      }
    } catch (error) {
      if (!isStopped) follower.onError(error);
    } finally {
      isPulling = false;
    }
  }

  function look(): Promise<Glimpse | undefined> {
    isBehind = false;
    return glimpse(db, id, next);
  }

  async function take({ session, from, pages }: Glimpse): Promise<void> {
    if (session.events > next) {
      // what came meanwhile was looked at from further back
      const held = from <= next ? pages.filter((page) => page.first + page.count > next) : [];
      const first = held.length > 0 ? held : undefined;
      for await (const run of readRuns(db, id, next, session.events, undefined, first)) {
        if (isStopped) return;
        next += run.events.length + run.unreadable;
        await follower.onRun(run);
      }
    }
    if (!isStopped) follower.onCaughtUp(session);
  }

  const part = `idb://${db.name}/sessions/`;
  const own = new RangeSet(id);
  const note = (parts: ObservabilitySet) => {
    const changed = parts[part];
    if (timer !== undefined || !changed || !rangesOverlap(own, changed)) return;
    timer = setTimeout(() => {
      timer = undefined;
      isBehind = true;
      void pull();
    }, patience);
  };
  const unhear = hearAppended(db, id, ({ session, page }) => {
    clearTimeout(timer);
    timer = undefined;
    const before = told && told.session.events === page.first ? told : null;
    told = { session, from: before?.from ?? page.first, pages: [...(before?.pages ?? []), page] };
    void pull();
  });
  Dexie.on('storagemutated', note);
  void pull();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    unhear();
    Dexie.on.storagemutated.unsubscribe(note);
  };
}
