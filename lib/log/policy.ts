import { isListLocked } from '../policy/locks.ts';
import { type Policy, type ReadPolicy, readPolicy } from '../policy/policy.ts';
import type { Database } from './database.ts';

/** The company's policy as the browser last gave it, and what of it was ignored. */
export const readManaged = (db: Database): Promise<ReadPolicy> =>
  db.settings.get('policy').then((kept) => readPolicy(kept?.value));

/** The company's policy; null without one. */
export const readPolicyNow = (db: Database): Promise<Policy | null> =>
  readManaged(db).then(({ policy }) => policy);

/** Takes over what the browser gives; workers, which cannot ask it, read it here. */
export const keepPolicy = (db: Database, raw: unknown): Promise<void> =>
  db.transaction('rw', db.settings, async () => {
    const before = (await db.settings.get('policy'))?.value;
    if (JSON.stringify(before ?? {}) !== JSON.stringify(raw ?? {}))
      await db.settings.put({ id: 'policy', value: raw });
  });

/** What a person may not do because of the company's policy: the screens do not offer it. */
export class PolicyError extends Error {
  constructor(what: string, policy: Policy | null) {
    super(`"${what}" is set by ${policy?.organisation ?? 'the policy of this browser'}.`);
  }
}

/** Throws when a company keeps that list as it is. */
export async function refuseLockedList(db: Database, list: { id: string; name: string }): Promise<void> {
  const policy = await readPolicyNow(db);
  if (isListLocked(policy, list)) throw new PolicyError(list.name, policy);
}
