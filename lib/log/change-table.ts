import type { Table } from 'dexie';
import type { Database } from './database.ts';

/** What a change of a table came to: the rows it replaced or removed, and the ids it added, for the way back. */
export interface Change<Row> {
  before: Row[];
  added: string[];
}

/** Puts and removes rows, all or none. Throws when the table would be too long. */
export async function changeTable<Row extends { id: string }>(
  db: Database,
  table: Table<Row, string>,
  limit: number,
  put: readonly Row[],
  remove: readonly string[],
): Promise<Change<Row>> {
  return db.transaction('rw', table, async () => {
    const touched = [...new Set([...put.map(({ id }) => id), ...remove])];
    const before = (await table.bulkGet(touched)).filter((row) => row !== undefined);
    const known = new Set(before.map(({ id }) => id));
    await table.bulkDelete([...remove]);
    await table.bulkPut([...put]);
    if ((await table.count()) > limit) throw new Error(`At most ${limit} rows fit.`);
    return { before, added: put.map(({ id }) => id).filter((id) => !known.has(id)) };
  });
}
