import { afterLook, type Held, type ListTrouble, type Subscription } from '../lists/subscription.ts';
import { type Fetched, fetchList, type Net } from '../lists/subscription-fetch.ts';
import { hashContent, type ListContent, type ListGroup, type ListHead } from '../lists/word-list.ts';
import type { Database } from './database.ts';
import { readContent, removeList, saveList } from './lists.ts';
import type { By } from './trail.ts';

/** The lists that are subscribed to. */
export const readSubscriptions = (db: Database): Promise<Subscription[]> => db.subscriptions.toArray();

interface Wish {
  url: string;
  group: ListGroup;
  /** used where the list does not name itself */
  name: string;
  /** the publisher's key, when somebody has it from a safer place than the list itself */
  key?: string;
}

/**
 * Subscribes to an address: the list is fetched and checked first, and comes switched off. Nothing is kept when that
 * fails, or when the address is subscribed to already.
 */
export async function subscribe(
  db: Database,
  { url, group, name, key }: Wish,
  net: Net,
  now: number,
  by: Omit<By, 'at'>,
): Promise<{ ok: true; head: ListHead } | { ok: false; trouble: ListTrouble | 'known' }> {
  if ((await readSubscriptions(db)).some((one) => one.url === url)) return { ok: false, trouble: 'known' };
  const id = crypto.randomUUID();
  const empty: Subscription = {
    id,
    url,
    expires: 0,
    checkedAt: 0,
    goodAt: 0,
    failures: 0,
    ...(key && { key }),
  };
  const fetched = await fetchList(empty, net);
  if (fetched.kind !== 'new')
    return { ok: false, trouble: fetched.kind === 'failed' ? fetched.trouble : 'refused' };
  const subscription = afterLook(empty, fetched, now);
  // first, so that a list without its address never stands there
  await db.subscriptions.put(subscription);
  const given = { id, group, name: fetched.name ?? name };
  return { ok: true, head: await saveList(db, given, fetched.content, now, by) };
}

/** How much more a new version would flag; null when it may be taken at once. */
export type Weigh = (head: ListHead, content: ListContent) => Promise<{ flags: number; of: number } | null>;

/** Looks at a list's address, and takes what is new unless it waits for a person. Undefined when it is gone from here. */
export async function updateList(
  db: Database,
  id: string,
  net: Net,
  now: number,
  weigh: Weigh,
): Promise<Subscription | undefined> {
  const [before, head] = await Promise.all([db.subscriptions.get(id), db.lists.get(id)]);
  if (!before || !head) return undefined;
  const fetched = await fetchList(before, net);
  return keepLook(db, before, head, fetched, now, weigh);
}

async function keepLook(
  db: Database,
  before: Subscription,
  head: ListHead,
  fetched: Fetched,
  now: number,
  weigh: Weigh,
): Promise<Subscription> {
  if (fetched.kind !== 'new') return put(db, afterLook(before, fetched, now));
  const { content } = fetched;
  const hash = await hashContent(content);
  const isHeld = before.held?.hash === hash;
  const weight = hash === head.hash || isHeld ? null : await weigh(head, content);
  if (isHeld || weight) {
    const held: Held = before.held && isHeld ? before.held : heldOf(fetched.version, hash, weight, now);
    await db.listContents.put({ hash, content });
    return put(db, afterLook(before, fetched, now, held));
  }
  if (hash !== head.hash) await saveList(db, givenOf(head), content, now, { who: '', why: before.url });
  return put(db, afterLook(before, fetched, now));
}

const heldOf = (
  version: string | undefined,
  hash: string,
  weight: { flags: number; of: number } | null,
  now: number,
): Held => ({ hash, at: now, flags: 0, of: 0, ...weight, ...(version && { version }) });

const givenOf = ({ id, name, group, note }: ListHead) => ({ id, name, group, ...(note && { note }) });

/** Writes it unless it was unsubscribed meanwhile. */
const put = (db: Database, subscription: Subscription): Promise<Subscription> =>
  db.transaction('rw', db.subscriptions, async () => {
    if (await db.subscriptions.get(subscription.id)) await db.subscriptions.put(subscription);
    return subscription;
  });

/** Takes the version that waits: a person has looked. False when it is gone. */
export async function takeHeld(db: Database, id: string, now: number, by: Omit<By, 'at'>): Promise<boolean> {
  const [subscription, head] = await Promise.all([db.subscriptions.get(id), db.lists.get(id)]);
  const content = subscription?.held && (await readContent(db, subscription.held.hash));
  if (!subscription || !head || !content) return false;
  await saveList(db, givenOf(head), content, now, by);
  const { held: _, ...rest } = subscription;
  await put(db, rest);
  return true;
}

/** Fetches it no more. The list stays as it is, an ordinary one, unless it is to go too. */
export async function unsubscribe(db: Database, id: string, isRemoved: boolean, by: By): Promise<void> {
  await db.subscriptions.delete(id);
  if (isRemoved) await removeList(db, id, by);
}
