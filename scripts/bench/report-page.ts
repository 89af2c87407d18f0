import { compileRules } from '../../lib/compliance/index.ts';
import { indexSession } from '../../lib/index/pass.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { createLibrary } from '../../lib/reply/library.ts';
import { starterScripts } from '../../lib/reply/starter.ts';
import { mergeInSteps } from '../../lib/report/collect.ts';
import { digestMaker, readDigests } from '../../lib/report/kept.ts';
import { reportOf } from '../../lib/report/report.ts';

export { fill, holdIndex } from './session-page.ts';

const db: Database = openDatabase();

let took: number | null = null;
/** Ms that digesting took; null while it goes on. */
export const digested = (): number | null => took;

/** Begins to digest a session, as the pages' worker does but for the other makers. */
export function digest(session: string): void {
  void digestAll(session).then((ms) => {
    took = ms;
  });
}

async function digestAll(session: string): Promise<number> {
  const checker = compileRules();
  const maker = digestMaker({
    version: checker.version,
    check: (text, channel) => checker.check(text, { channel }),
  });
  const began = performance.now();
  await indexSession(db, session, { makers: [maker], isStopped: () => false, now: Date.now });
  return performance.now() - began;
}

/** Bytes of all digests. */
export async function digestBytes(): Promise<number> {
  let bytes = 0;
  await db.digests.each((one) => {
    bytes += one.bytes.length;
  });
  return bytes;
}

/** Makes the report of a session from its kept digests; ms of each step. */
export async function report(session: string): Promise<Record<'read' | 'merge' | 'make' | 'events', number>> {
  const record = await db.sessions.get(session);
  if (!record) throw new Error(`No session "${session}".`);
  const library = createLibrary(starterScripts);
  const began = performance.now();
  const digests = await readDigests(db, session);
  const read = performance.now();
  const merged = await mergeInSteps(digests, () => new Promise((done) => setTimeout(done, 0)));
  const joined = performance.now();
  const made = reportOf([merged], record, library, []);
  const end = performance.now();
  return {
    read: read - began,
    merge: joined - read,
    make: end - joined,
    events: record.events - made.unseen.pending,
  };
}
