import { Provider } from '../llm/provider.ts';
import type { Database } from './database.ts';

/** The model provider that was set; null without one, or when what is stored no longer parses. */
export const readProvider = async (db: Database): Promise<Provider | null> => {
  const stored = await db.settings.get('provider');
  return Provider.safeParse(stored?.value).data ?? null;
};

/** Sets the provider, or with null forgets it and its key. */
export const saveProvider = async (db: Database, provider: Provider | null): Promise<void> => {
  if (provider) await db.settings.put({ id: 'provider', value: Provider.parse(provider) });
  else await db.settings.delete('provider');
};
