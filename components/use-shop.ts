import { useCallback } from 'react';
import type { Change } from '../lib/log/change-table.ts';
import { changePlans, changeShows, readPlans, readShows } from '../lib/log/day.ts';
import {
  changeProducts,
  changeScripts,
  changeSettled,
  changeStarter,
  readProducts,
  readScripts,
  readSettled,
  readStarter,
} from '../lib/log/shop.ts';
import type { KeptPlan } from '../lib/plans/schema.ts';
import { emptyStarter, type ShopProduct, type ShopScript, type StarterSettings } from '../lib/shop/schema.ts';
import type { KeptShow } from '../lib/show/schema.ts';
import { useBy, useLog, useWatch } from './use-log.ts';

interface Rows<Row> {
  put?: readonly Row[];
  remove?: readonly string[];
}
/** Changes a table, all or none; every open page sees it at once. */
export type ChangeRows<Row> = (rows: Rows<Row>) => Promise<Change<Row>>;

const isSame = <T>(before: T, after: T): boolean => JSON.stringify(before) === JSON.stringify(after);

/** The shop's own scripts, undefined until they are read, and the way to change them. */
export function useScripts(): [ShopScript[] | undefined, ChangeRows<ShopScript>] {
  const db = useLog();
  const by = useBy();
  const { value } = useWatch(readScripts);
  return [value, useCallback((rows) => changeScripts(db, rows, by()), [db, by])];
}

/** The shop's products, undefined until they are read, and the way to change them. */
export function useProducts(): [ShopProduct[] | undefined, ChangeRows<ShopProduct>] {
  const db = useLog();
  const { value } = useWatch(readProducts);
  return [value, useCallback((rows) => changeProducts(db, rows), [db])];
}

/** The runs of show, undefined until they are read, and the way to change them. */
export function useShows(): [KeptShow[] | undefined, ChangeRows<KeptShow>] {
  const db = useLog();
  const { value } = useWatch(readShows);
  return [value, useCallback((rows) => changeShows(db, rows), [db])];
}

/** The emergency plans that were changed or added, undefined until they are read, and the way to change them. */
export function usePlans(): [KeptPlan[] | undefined, ChangeRows<KeptPlan>] {
  const db = useLog();
  const { value } = useWatch(readPlans);
  return [value, useCallback((rows) => changePlans(db, rows), [db])];
}

/** Which of the replies we bring along are used, and the way to switch them. */
export function useStarter(): [
  StarterSettings,
  (turn: (starter: StarterSettings) => StarterSettings) => Promise<void>,
] {
  const db = useLog();
  const { value } = useWatch(readStarter, isSame);
  return [value ?? emptyStarter, useCallback((turn) => changeStarter(db, turn), [db])];
}

/** The gaps that nobody will write a script for, undefined until they are read, and the way to change them. */
export function useSettled(): [
  string[] | undefined,
  (turn: (settled: string[]) => string[]) => Promise<void>,
] {
  const db = useLog();
  const { value } = useWatch(readSettled, isSame);
  return [value, useCallback((turn) => changeSettled(db, turn), [db])];
}
