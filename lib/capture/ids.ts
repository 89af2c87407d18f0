import { madeId } from './identity.ts';
import type { Seen } from './seen.ts';

/** What else tells one comment from its like: the feed's time and user, or the time that a row shows. */
type Mark = string | undefined;

/** Ids for comments that came without one. */
export interface Ids {
  /** The first free id of its kind, for a comment that surely is new. */
  fresh(key: string, mark: Mark): string;
  /**
   * The id by its place among its like in one answer or one look (`nths` counts them), for a comment that
   * may have been read before; null if it has been.
   */
  placed(key: string, mark: Mark, nths: Map<string, number>): string | null;
}

export function createIds(seen: Seen): Ids {
  return {
    fresh(key, mark) {
      for (let nth = 1; ; nth += 1) {
        const id = madeId(key, mark, nth);
        if (seen.add(id)) return id;
      }
    },
    placed(key, mark, nths) {
      const kind = `${key}\n${mark ?? ''}`;
      const nth = (nths.get(kind) ?? 0) + 1;
      nths.set(kind, nth);
      const id = madeId(key, mark, nth);
      return seen.add(id) ? id : null;
    },
  };
}
