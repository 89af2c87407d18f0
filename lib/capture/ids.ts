import { madeId } from './identity.ts';
import type { Seen } from './seen.ts';

/** A comment's time as far as known: the platform's, or as the row shows it. */
type Time = string | number | undefined;

/** Ids for comments that came without one. */
export interface Ids {
  /** The first free id of its kind, for a comment that surely is new. */
  fresh(key: string, time: Time): string;
  /**
   * The id by its place among its like in one answer or one look (`nths` counts them), for a comment that
   * may have been read before; null if it has been.
   */
  placed(key: string, time: Time, nths: Map<string, number>): string | null;
}

export function createIds(seen: Seen): Ids {
  return {
    fresh(key, time) {
      for (let nth = 1; ; nth += 1) {
        const id = madeId(key, time, nth);
        if (seen.add(id)) return id;
      }
    },
    placed(key, time, nths) {
      const kind = `${key}\n${time ?? ''}`;
      const nth = (nths.get(kind) ?? 0) + 1;
      nths.set(kind, nth);
      const id = madeId(key, time, nth);
      return seen.add(id) ? id : null;
    },
  };
}
