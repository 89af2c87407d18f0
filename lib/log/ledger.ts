import type { Database, LedgerEntry } from './database.ts';

/** Writes down what a person does with stored data; resolves when it is stored, so that the deed can wait for it. */
export async function enterInLedger(db: Database, entry: Omit<LedgerEntry, 'id'>): Promise<void> {
  await db.ledger.add(entry);
}
