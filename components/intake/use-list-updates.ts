import { useEffect } from 'react';
import { isDue, readListAddress, type Subscription } from '../../lib/lists/subscription.ts';
import type { Database } from '../../lib/log/database.ts';
import { readSubscriptions } from '../../lib/log/subscriptions.ts';
import { world } from '../reach.ts';
import { useLog } from '../use-log.ts';
import { openIntake } from './line.ts';

/** Between two looks for lists that are due, as long as a page is open (ms). */
const pause = 10 * 60_000;

/** Keeps subscribed lists up to date while this page is open. */
export function useListUpdates(): void {
  const db = useLog();
  useEffect(() => {
    // tests have none
    if (typeof Worker === 'undefined') return;
    const look = () =>
      // a page that only looks back may have a database that takes nothing
      void updateDue(db).catch(() => {});
    look();
    const timer = setInterval(look, pause);
    return () => clearInterval(timer);
  }, [db]);
}

async function updateDue(db: Database): Promise<void> {
  const due = (await readSubscriptions(db)).filter((subscription) => isDue(subscription, Date.now()));
  if (due.length > 0) await updateNow(due, false);
}

/**
 * Fetches those lists in a worker of their own; a list whose address may not be reached is told so. Unless a person
 * asked for it, what another page has fetched meanwhile is left alone.
 */
export async function updateNow(
  due: readonly Pick<Subscription, 'id' | 'url'>[],
  isAsked = true,
): Promise<void> {
  const allowed = await Promise.all(
    due.map(({ url }) => {
      const address = readListAddress(url);
      return address ? world.mayReach(address.origin) : false;
    }),
  );
  const line = openIntake();
  try {
    await line.ask('update', {
      lists: due.filter((_, i) => allowed[i]).map(({ id }) => id),
      denied: due.filter((_, i) => !allowed[i]).map(({ id }) => id),
      isAsked,
    });
  } finally {
    line.close();
  }
}
