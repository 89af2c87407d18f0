import { readListAddress } from '../../lib/lists/subscription.ts';
import type { Database } from '../../lib/log/database.ts';
import { unsubscribe } from '../../lib/log/subscriptions.ts';
import type { By } from '../../lib/log/trail.ts';
import { giveBack } from '../give-back.ts';

/** Fetches a list no more, if it was, and gives its host's permission back; the list stays unless `isRemoved`. */
export async function leaveList(db: Database, id: string, isRemoved: boolean, by: By): Promise<void> {
  const address = readListAddress((await db.subscriptions.get(id))?.url ?? '');
  await unsubscribe(db, id, isRemoved, by);
  if (address) await giveBack(db, address.origin);
}
