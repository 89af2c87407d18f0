import { defaultWatch } from '../alarm/watch.ts';
import { Watch } from '../model.ts';
import type { Database } from './database.ts';

/** What alarms go by; the defaults until something is set, or when what is stored no longer parses. */
export const readWatch = async (db: Database): Promise<Watch> =>
  Watch.safeParse((await db.settings.get('watch'))?.value).data ?? defaultWatch;

/** Sets what alarms go by. Throws when it is out of bounds. */
export const saveWatch = async (db: Database, watch: Watch): Promise<void> => {
  await db.settings.put({ id: 'watch', value: Watch.parse(watch) });
};
