import { openDatabase } from '../../lib/log/database.ts';
import { pagesBetween, readRuns } from '../../lib/log/reader.ts';
import { createWriter } from '../../lib/log/writer.ts';
import { nightOf } from './night.ts';

export { parseSpeed } from './busy.ts';

const db = openDatabase();
const writer = createWriter(db, { now: Date.now, newId: () => crypto.randomUUID() });
const room = { platform: 'douyin', id: '7686000000000000000', title: '小满家居' } as const;

/** Stores `count` comments as capture does, `size` at a time. Gives the session and the ms of each append. */
export async function fill(count: number, size: number): Promise<{ session: string; ms: number[] }> {
  const night = nightOf({ seed: 1, from: Date.now() });
  const attached = await writer.attach({ room, tab: 1, stream: 'bench' });
  const ms: number[] = [];
  for (let offset = 0; offset < count; offset += size) {
    const events = Array.from({ length: size }, () => night.next().value);
    const began = performance.now();
    await writer.append({ session: attached.session, stream: 'bench', from: 'page', offset, events });
    ms.push(performance.now() - began);
  }
  return { session: attached.session, ms };
}

/** Ms that a settling takes, and what the pages' own contents take then (bytes). */
export async function settle(session: string): Promise<{ ms: number; bytes: number }> {
  const began = performance.now();
  await writer.settle(session);
  const ms = performance.now() - began;
  const pages = await pagesBetween(db, session, 0, Number.MAX_SAFE_INTEGER, Infinity);
  const sizes = pages.map((page) => ('gzip' in page ? page.gzip.length : 2 * page.text.length));
  return { ms, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Events a second that are read, the fastest of three times. */
export async function read(session: string): Promise<number> {
  let best = 0;
  for (let i = 0; i < 3; i++) {
    const began = performance.now();
    let events = 0;
    for await (const run of readRuns(db, session)) events += run.events.length;
    best = Math.max(best, (events / (performance.now() - began)) * 1000);
  }
  return best;
}
