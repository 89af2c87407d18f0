import type { Batch } from '../log/append.ts';
import type { Database } from '../log/database.ts';
import type { LiveEvent } from '../model.ts';

const encoder = new TextEncoder();
const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (one) => one.toString(16).padStart(2, '0')).join('');

/** The salt of this installation, made when it is first wanted; it leaves the machine in backups only. */
export async function readSalt(db: Database): Promise<string> {
  // each batch asks: what only reads need not wait for those who write
  const kept = await db.settings.get('salt');
  return kept?.id === 'salt' ? kept.value : makeSalt(db);
}

/** Another may make it at the same moment: the first holds. */
const makeSalt = (db: Database): Promise<string> =>
  db.transaction('rw', db.settings, async () => {
    const stored = await db.settings.get('salt');
    if (stored?.id === 'salt') return stored.value;
    const value = hex(crypto.getRandomValues(new Uint8Array(32)));
    await db.settings.add({ id: 'salt', value });
    return value;
  });

/** Hides user ids: the same id is the same 22 characters behind `~` on this installation, and nowhere else. */
export async function createVeil(salt: string): Promise<(user: string) => Promise<string>> {
  const usage: KeyUsage[] = ['sign'];
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(salt),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    usage,
  );
  return async (user) => {
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(user)));
    const text = btoa(String.fromCharCode(...mac.subarray(0, 16)));
    return `~${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
  };
}

/**
 * A batch whose events hold no user id in clear. Nothing that is stored needs one: an event is told from another by
 * its own id, people are told apart by the hash as well. Only the page, which reads the platform's, ever has it.
 */
export async function veilBatch(db: Database, batch: Batch): Promise<Batch> {
  const users = new Set(batch.events.map(userOf).filter((user) => user !== undefined));
  if (users.size === 0) return batch;
  const veil = await createVeil(await readSalt(db));
  const hidden = new Map(
    await Promise.all(Array.from(users, async (user) => [user, await veil(user)] as const)),
  );
  const events = batch.events.map((event) => {
    const user = userOf(event);
    return user === undefined ? event : ({ ...event, userId: hidden.get(user) } as LiveEvent);
  });
  return { ...batch, events };
}

const userOf = (event: LiveEvent | null): string | undefined =>
  event?.kind === 'comment' || event?.kind === 'audience' ? event.userId : undefined;
