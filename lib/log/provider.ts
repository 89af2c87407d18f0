import { Provider } from '../llm/provider.ts';
import { isProviderAllowed } from '../policy/locks.ts';
import type { Database } from './database.ts';
import { PolicyError, readPolicyNow } from './policy.ts';

/** The model provider that was set; null without one, when what is stored no longer parses, or a company forbids it. */
export const readProvider = async (db: Database): Promise<Provider | null> => {
  const [stored, policy] = await Promise.all([db.settings.get('provider'), readPolicyNow(db)]);
  const provider = Provider.safeParse(stored?.value).data;
  return provider && isProviderAllowed(policy, provider) ? provider : null;
};

/** Sets the provider, or with null forgets it and its key. Throws where a company forbids it. */
export const saveProvider = async (db: Database, provider: Provider | null): Promise<void> => {
  if (!provider) return db.settings.delete('provider');
  const policy = await readPolicyNow(db);
  if (!isProviderAllowed(policy, provider)) throw new PolicyError(provider.address, policy);
  await db.settings.put({ id: 'provider', value: Provider.parse(provider) });
};
