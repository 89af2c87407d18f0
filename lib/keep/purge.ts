import type { Database } from '../log/database.ts';

/**
 * Deletes everything in one transaction. The ledger stays unless its deletion is wanted, too; that all else was
 * deleted, by whom and why, is its newest entry in either case.
 */
export const purge = (
  db: Database,
  { now, who, why, ledgerToo }: { now: number; who: string; why: string; ledgerToo: boolean },
): Promise<void> =>
  db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) if (ledgerToo || table.name !== 'ledger') await table.clear();
    await db.ledger.add({ at: now, what: 'purge', who, why });
  });
