import type { Said } from '../platforms/platform.ts';
import { createTwins } from './twins.ts';

/** ms: how far apart two feeds bring the same comment. */
const window = 10_000;
/** ms: how far apart two feeds date it, where both do. */
const clocks = 2000;

/** A comment that waits for its like from another feed. */
interface Waiting {
  by: string;
  id: string | undefined;
  at: number | undefined;
  seenAt: number;
}

/**
 * A page may have several feeds that bring the same comment, each under an id of its own or none. Sentences meet
 * one to one and only across feeds: what is said twice in one feed was said twice. The price: who says the same
 * again within two seconds, and by the other feed alone, is taken for a twin; the list shows it then.
 */
export interface Lanes {
  /** True when another feed brought it; else it is kept for them. `isKnown`: its id was met before. */
  meet(said: Said, key: string, now: number, isKnown: boolean): boolean;
}

export function createLanes(): Lanes {
  const ahead = createTwins<Waiting>(5000);

  return {
    meet({ by, id, at }, key, now, isKnown) {
      if (by === undefined) return false;
      const twin = ahead.take(key, (one) => {
        if (one.by === by) return false;
        if (isKnown) return one.id !== undefined && one.id === id;
        return now - one.seenAt <= window && isSameTime(at, one.at);
      });
      if (twin) return true;
      // what comes again, as after a reload, may come again by the other feed, too
      ahead.take(key, (one) => one.by === by && one.id !== undefined && one.id === id);
      ahead.put(key, { by, id, at, seenAt: now });
      return false;
    },
  };
}

const isSameTime = (one: number | undefined, other: number | undefined): boolean =>
  one === undefined || other === undefined || Math.abs(one - other) <= clocks;
