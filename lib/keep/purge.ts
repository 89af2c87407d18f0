import { clearSettings, type Database } from '../log/database.ts';

/**
 * Deletes everything in one transaction. The ledger stays unless its deletion is wanted, too; that all else was
 * deleted, by whom and why, is its newest entry in either case.
 */
export const purge = (
  db: Database,
  { now, who, why, ledgerToo }: { now: number; who: string; why: string; ledgerToo: boolean },
): Promise<void> =>
  db.transaction('rw', db.tables, async () => {
    for (const { name } of db.tables) {
      if (name === 'settings') await clearSettings(db);
      else if (ledgerToo || name !== 'ledger') await db.table(name).clear();
    }
    await db.ledger.add({ at: now, what: 'purge', who, why });
  });
