import { ruleCatalogue } from '../../../lib/compliance/index.ts';
import type { Database } from '../../../lib/log/database.ts';
import { readRules } from '../../../lib/log/rules.ts';
import { readSubscriptions } from '../../../lib/log/subscriptions.ts';

/** A list that was not looked at for longer than its own time and this is out of date (ms). */
const grace = 24 * 3_600_000;

/** Names of word lists that are off, or that were not brought up to date at `now` (ms epoch). */
export async function namesOfListsAmiss(
  db: Database,
  words: { listOff(name: string): string; listOld(name: string): string },
  now: number,
): Promise<string[]> {
  const [{ off }, heads, subscriptions] = await Promise.all([
    readRules(db),
    db.lists.toArray(),
    readSubscriptions(db),
  ]);
  const late = new Set(
    subscriptions.filter((one) => one.trouble || now - one.goodAt > one.expires + grace).map(({ id }) => id),
  );
  const builtIn = ruleCatalogue.filter(({ id }) => off.lists.includes(id));
  return [
    ...builtIn.map(({ name }) => words.listOff(name)),
    ...heads.filter(({ id }) => off.lists.includes(id)).map(({ name }) => words.listOff(name)),
    ...heads
      .filter(({ id }) => !off.lists.includes(id) && late.has(id))
      .map(({ name }) => words.listOld(name)),
  ];
}
