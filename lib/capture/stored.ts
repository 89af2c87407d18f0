import type { CommentEvent } from '../model.ts';
import { clockFace, keyOf, madeId } from './identity.ts';

export interface Stored {
  add(ids: readonly string[]): void;
  /** Asked once for each comment: repeated sentences are counted. */
  covers(event: CommentEvent): boolean;
}

/** Knows what is in the log from before this page was loaded, under either path's id. */
export function createStored(): Stored {
  const ids = new Set<string>();
  const nths = new Map<string, number>();

  return {
    add: (more: readonly string[]) => {
      for (const id of more) ids.add(id);
    },
    covers(event: CommentEvent): boolean {
      if (ids.has(event.id)) return true;
      if (!event.backlog || event.source !== 'feed') return false;
      // it may have been taken from the list then, without the feed's id
      const key = keyOf(event);
      const nth = (nths.get(key) ?? 0) + 1;
      const isThere = [undefined, clockFace(event.at)].some((shown) => ids.has(madeId(key, shown, nth)));
      if (isThere) nths.set(key, nth);
      return isThere;
    },
  };
}
