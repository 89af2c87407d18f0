import type { Database, LedgerEntry } from './database.ts';
import { PolicyError, readPolicyNow } from './policy.ts';

/**
 * Writes down what a person does with stored data; resolves when it is stored, so that the deed can wait for it.
 * Throws, and so nothing is done, where a company forbids the deed.
 */
export async function enterInLedger(db: Database, entry: Omit<LedgerEntry, 'id'>): Promise<void> {
  if (entry.what === 'export-unmasked') {
    const policy = await readPolicyNow(db);
    if (policy?.maskedExports) throw new PolicyError(entry.what, policy);
  }
  await db.ledger.add(entry);
}
