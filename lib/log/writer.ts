import { type Appended, append, type Batch } from './append.ts';
import type { Stored } from './appended.ts';
import { type Asking, type Attached, attach } from './attach.ts';
import { type Database, derivedTables } from './database.ts';
import { makePage } from './page.ts';
import { letGo } from './seat.ts';
import { findRestless, settle } from './settle.ts';

/** The one writer of sessions and pages. Every call is one transaction, but for `settle`: done wholly or not at all. */
export interface Writer {
  /**
   * Finds the room's running session or starts one. One tab leads it, a console before any other page; one more
   * page that is no console may stand aside and tell what no console does.
   */
  attach(asking: Asking): Promise<Attached>;
  /**
   * Appends a batch once, however often it comes; the answer is how far the stream is stored. A batch from beyond
   * that is not taken, or what lies between could never come. Of a page that stands aside the comments are left
   * out, and `leads: false` says so.
   */
  append(batch: Batch): Promise<Appended>;
  /** Ends and closes a session at a person's word; an ended one is only closed. */
  close(session: string): Promise<void>;
  /** Lets go of sessions whose tab is gone, of all when no tab is named, and says which. */
  release(tab?: number): Promise<string[]>;
  /**
   * Joins and packs the pages of a session that rests, a few in a transaction: one that is broken off has lost
   * nothing and is taken up again.
   */
  settle(session: string): Promise<void>;
  /** Ids of sessions that rest and are not, or not wholly, settled: broken off, or of before pages were packed. */
  findRestless(): Promise<string[]>;
  /** Deletes a session; where a person did it, `who` (as they call themselves) goes into the ledger. */
  remove(session: string, who?: string): Promise<void>;
}

interface Options {
  now(): number;
  /** names sessions */
  newId(): string;
  /** tells who follows a session what was appended, once it is on the disk */
  tell?: (stored: Stored) => void;
}

/** Makes the writer. */
export function createWriter(db: Database, { now, newId, tell }: Options): Writer {
  return {
    attach: (asking) => attach(db, asking, { now, newId }),
    async append(batch) {
      const { receipt, stored } = await db.transaction('rw', db.sessions, db.pages, () =>
        append(db, batch, now()),
      );
      if (stored) tell?.(stored);
      return receipt;
    },
    close: (id) => db.transaction('rw', db.sessions, db.pages, () => close(db, id, now())),
    release: (tab) => db.transaction('rw', db.sessions, () => letGo(db, tab)),
    settle: (id) => settle(db, id),
    findRestless: () => findRestless(db, now()),
    remove: (id, who) => remove(db, id, who === undefined ? null : { who, at: now() }),
  };
}

async function close(db: Database, id: string, at: number): Promise<void> {
  const session = await db.sessions.get(id);
  if (!session) return;
  const isRunning = session.endedAt === null;
  if (isRunning)
    await db.pages.add(makePage(id, session.events, [{ kind: 'room', phase: 'ended', at, seenAt: at }]));
  await db.sessions.put({
    ...session,
    endedAt: session.endedAt ?? at,
    events: session.events + (isRunning ? 1 : 0),
    loose: session.loose + (isRunning ? 1 : 0),
    isClosed: true,
  });
}

function remove(db: Database, id: string, by: { who: string; at: number } | null): Promise<void> {
  return db.transaction('rw', ['sessions', 'pages', 'ledger', ...derivedTables], async () => {
    const session = await db.sessions.get(id);
    for (const table of ['pages', ...derivedTables])
      await db.table(table).where(':id').between([id, 0], [id, Number.MAX_SAFE_INTEGER], true, true).delete();
    await db.sessions.delete(id);
    if (by && session)
      await db.ledger.add({ ...by, what: 'delete', why: '', session: id, detail: session.title });
  });
}
