import type { MetricEvent } from '../../model.ts';
import { isObject, type Json, numberOf } from '../json.ts';
import type { Reading } from '../platform.ts';

/**
 * Figures by the names that console and big screen use (realtime: one older source; base_info and core_data:
 * 2026-08). Of two names for one figure the first counts; money is in fen.
 */
const names: readonly (readonly [string, MetricEvent['name']])[] = [
  ['online_user_cnt', 'online'],
  ['online_user_ucnt', 'viewers'],
  ['watch_ucnt', 'viewers'],
  ['watch_cnt', 'viewers'],
  ['like_cnt', 'likes'],
  ['pay_order_cnt', 'orders'],
  ['pay_cnt', 'orders'],
  ['pay_order_gmv', 'sales'],
  ['gmv', 'sales'],
];

/** The figures in an object that names them; each may stand bare or as `{value}`. */
export function readMetrics(bag: Json): Reading['metrics'] {
  const found = new Map<MetricEvent['name'], number>();
  for (const [key, name] of names) {
    const told = bag[key];
    const value = numberOf(isObject(told) ? told.value : told);
    if (value !== undefined && value >= 0 && !found.has(name)) found.set(name, value);
  }
  return [...found].map(([name, value]) => ({ name, value }));
}

/** The list form: `[{index_name, value}]` becomes an object of figures by name. */
export const byIndexName = (items: unknown): Json =>
  Object.fromEntries(
    (Array.isArray(items) ? items : [])
      .filter(isObject)
      .flatMap(({ index_name, value }) => (typeof index_name === 'string' ? [[index_name, value]] : [])),
  );
