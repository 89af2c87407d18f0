import { openDatabase } from '../../lib/log/database.ts';
import { createWriter } from '../../lib/log/writer.ts';
import { nightOf } from './night.ts';

const stream = 'meanwhile';
/** 200 comments a second. */
const [size, every] = [20, 100];
const room = { platform: 'douyin', id: '7686000000000000001', title: '另一间' } as const;
const ms: number[] = [];
let isOver = false;
let session = '';
let working: Promise<void> = Promise.resolve();

/** Begins to append as the background does for a room of 200 comments a second, until `end`. */
export function begin(): void {
  working = append();
}

async function append(): Promise<void> {
  const db = openDatabase();
  const writer = createWriter(db, { now: Date.now, newId: () => crypto.randomUUID() });
  const night = nightOf({ seed: 2, from: Date.now() });
  session = (await writer.attach({ room, tab: 2, stream })).session;
  for (let offset = 0; !isOver; offset += size) {
    const events = Array.from({ length: size }, () => night.next().value);
    const began = performance.now();
    await writer.append({ session, stream, from: 'page', offset, events });
    ms.push(performance.now() - began);
    await new Promise((done) => setTimeout(done, Math.max(0, every - (performance.now() - began))));
  }
}

/** Ms from each batch to its receipt; how many comments were said, and how many are stored. */
export async function end(): Promise<{ ms: number[]; said: number; stored: number }> {
  isOver = true;
  await working;
  let stored = 0;
  await openDatabase()
    .pages.where(':id')
    .between([session, 0], [session, Number.MAX_SAFE_INTEGER])
    .each(({ count }) => {
      stored += count;
    });
  return { ms, said: ms.length * size, stored };
}
