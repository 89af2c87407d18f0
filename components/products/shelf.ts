import type { Database } from '../../lib/log/database.ts';
import { readRuns, readSessions } from '../../lib/log/reader.ts';
import type { GoodsEvent } from '../../lib/model.ts';

/** Sessions that are looked through for a shelf. */
const looked = 5;

/** The page's shelf as it stood last in the newest session that had one; null when none had. */
export async function readShelf(db: Database): Promise<GoodsEvent['items'] | null> {
  for (const session of (await readSessions(db)).slice(0, looked)) {
    let items: GoodsEvent['items'] = [];
    for await (const { events } of readRuns(db, session.id)) {
      for (const event of events) if (event.kind === 'goods' && event.items.length > 0) items = event.items;
    }
    if (items.length > 0) return items;
  }
  return null;
}
