import { emptyStarter, most, ShopProduct, ShopScript, StarterSettings } from '../shop/schema.ts';
import { z } from '../zod.ts';
import { type Change, changeTable } from './change-table.ts';
import type { Database } from './database.ts';
import { draft } from './reviews.ts';
import type { By } from './trail.ts';

/** The shop's own scripts, in the order they were added. */
export const readScripts = async (db: Database): Promise<ShopScript[]> =>
  // by their ids: through an index a watcher would note each of 20,000
  (await db.scripts.toArray()).sort((a, b) => a.addedAt - b.addedAt);

/** The shop's products, in the order they were added. */
export const readProducts = (db: Database): Promise<ShopProduct[]> =>
  db.products.orderBy('addedAt').toArray();

/**
 * Puts and removes scripts, all or none; new words wait for their review where one is asked for. Throws when one is
 * misshapen or the table would be too long.
 */
export const changeScripts = (
  db: Database,
  { put = [], remove = [] }: { put?: readonly ShopScript[]; remove?: readonly string[] },
  by: By = { who: '', at: Date.now() },
): Promise<Change<ShopScript>> =>
  db.transaction('rw', db.scripts, db.reviews, db.settings, async () => {
    const scripts = put.map((script) => ShopScript.parse(script));
    const changed = await changeTable(db, db.scripts, most.scripts, scripts, remove);
    const before = new Map(changed.before.map(({ id, text }) => [id, text]));
    const fresh = scripts.filter(({ id, text }) => before.get(id) !== text);
    const things = fresh.map(({ id, text }) => ({ kind: 'script' as const, of: id, text }));
    if (things.length > 0) await draft(db, things, by);
    return changed;
  });

/** Puts and removes products, all or none. Throws when one is misshapen or the table would be too long. */
export const changeProducts = (
  db: Database,
  { put = [], remove = [] }: { put?: readonly ShopProduct[]; remove?: readonly string[] },
): Promise<Change<ShopProduct>> =>
  changeTable(
    db,
    db.products,
    most.products,
    put.map((product) => ShopProduct.parse(product)),
    remove,
  );

/** Takes over scripts and products of one file, all or none. */
export const changeShop = (
  db: Database,
  scripts: Parameters<typeof changeScripts>[1],
  products: Parameters<typeof changeProducts>[1],
  by?: By,
): Promise<{ scripts: Change<ShopScript>; products: Change<ShopProduct> }> =>
  db.transaction('rw', [db.scripts, db.products, db.reviews, db.settings], async () => ({
    scripts: await changeScripts(db, scripts, by),
    products: await changeProducts(db, products),
  }));

/** Which of the replies we bring along are used. */
export const readStarter = async (db: Database): Promise<StarterSettings> =>
  StarterSettings.safeParse((await db.settings.get('starter'))?.value).data ?? emptyStarter;

/** Switches the replies we bring along, in one transaction. */
export const changeStarter = (
  db: Database,
  turn: (starter: StarterSettings) => StarterSettings,
): Promise<void> =>
  db.transaction('rw', db.settings, async () => {
    await db.settings.put({ id: 'starter', value: turn(await readStarter(db)) });
  });

const mostSettled = 1000;
const Settled = z.array(z.string());

/** Questions noted as gaps that nobody will write a script for, by their letters. */
export const readSettled = async (db: Database): Promise<string[]> =>
  Settled.safeParse((await db.settings.get('settled-lacks'))?.value).data ?? [];

/** Settles gaps or opens them again, in one transaction; the oldest of very many open by themselves. */
export const changeSettled = (db: Database, turn: (settled: string[]) => string[]): Promise<void> =>
  db.transaction('rw', db.settings, async () => {
    await db.settings.put({ id: 'settled-lacks', value: turn(await readSettled(db)).slice(-mostSettled) });
  });
