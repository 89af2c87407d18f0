import { openDatabase } from '../../lib/log/database.ts';
import { makePage, packPages } from '../../lib/log/page.ts';
import type { CommentEvent } from '../../lib/model.ts';
import { ended } from './ended.ts';
import { nightOf } from './night.ts';

/** How many events are worked up: until it is all, a worker is busy with it. */
export async function indexed(): Promise<number> {
  const db = openDatabase();
  const counts = await db.stretches.toArray();
  db.close();
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** Stores one ended session of so many comments, packed as at rest. */
export async function fill(comments: number): Promise<void> {
  const db = openDatabase();
  const from = Date.now() - 86_400_000;
  const night = nightOf({ platform: 'douyin', seed: 5, from });
  let last = from;
  for (let first = 0; first < comments; first += 1000) {
    const events = Array.from({ length: 1000 }, () => night.next().value as CommentEvent);
    last = events.at(-1)!.at;
    await db.pages.bulkPut(await packPages([makePage('night', first, events)]));
  }
  await db.sessions.put(ended('night', 'douyin', { from, last, comments }));
  db.close();
}
