import { readListAddress } from '../lib/lists/subscription.ts';
import { readAddress } from '../lib/llm/provider.ts';
import type { Database } from '../lib/log/database.ts';
import { readProvider } from '../lib/log/provider.ts';
import { readSubscriptions } from '../lib/log/subscriptions.ts';
import { readTranscriber } from '../lib/log/transcriber.ts';
import { leaveAlone } from './reach.ts';

/** Gives a host's permission back when no list, model or transcriber is fetched from there any more. */
export async function giveBack(db: Database, origin: string, leave = leaveAlone): Promise<void> {
  const [lists, model, voice] = await Promise.all([
    readSubscriptions(db),
    readProvider(db),
    readTranscriber(db),
  ]);
  const services = [model, voice].flatMap((one) => (one ? [readAddress(one.address)] : []));
  const origins = [
    ...lists.map(({ url }) => readListAddress(url)?.origin),
    ...services.map((address) => (address.ok ? address.origin : undefined)),
  ];
  if (!origins.includes(origin)) await leave(origin);
}

/** The same for the address of a service that was put away, or replaced by another. */
export async function giveBackService(
  db: Database,
  service: { address: string } | null | undefined,
): Promise<void> {
  const where = service && readAddress(service.address);
  if (where?.ok) await giveBack(db, where.origin);
}
