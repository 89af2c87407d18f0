import { KeptPlan, mostPlans } from '../plans/schema.ts';
import { KeptShow, mostShows } from '../show/schema.ts';
import { type Change, changeTable } from './change-table.ts';
import type { Database } from './database.ts';

interface Rows<Row> {
  put?: readonly Row[];
  remove?: readonly string[];
}

/** The runs of show, in the order they were added. */
export const readShows = (db: Database): Promise<KeptShow[]> => db.shows.orderBy('addedAt').toArray();

/** The emergency plans that were changed or added, in the order they were added. */
export const readPlans = (db: Database): Promise<KeptPlan[]> => db.plans.orderBy('addedAt').toArray();

/** Puts and removes runs of show, all or none. Throws when one is misshapen or there would be too many. */
export const changeShows = (
  db: Database,
  { put = [], remove = [] }: Rows<KeptShow>,
): Promise<Change<KeptShow>> =>
  changeTable(
    db,
    db.shows,
    mostShows,
    put.map((show) => KeptShow.parse(show)),
    remove,
  );

/** Puts and removes emergency plans, all or none. Throws when one is misshapen or there would be too many. */
export const changePlans = (
  db: Database,
  { put = [], remove = [] }: Rows<KeptPlan>,
): Promise<Change<KeptPlan>> =>
  changeTable(
    db,
    db.plans,
    mostPlans,
    put.map((plan) => KeptPlan.parse(plan)),
    remove,
  );
