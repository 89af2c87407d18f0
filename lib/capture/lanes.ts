import type { Said } from '../platforms/platform.ts';
import { createTwins } from './twins.ts';

/** ms: how far apart two feeds bring the same comment. */
const window = 10_000;

/**
 * A page may have several feeds that bring the same comment, each under an id of its own or none. Sentences meet
 * one to one and only across feeds: what is said twice in one feed was said twice.
 */
export interface Lanes {
  /** True when another feed brought it; else it is kept for them. `isKnown`: its id was met before. */
  meet(said: Said, key: string, now: number, isKnown: boolean): boolean;
}

export function createLanes(): Lanes {
  const ahead = createTwins<{ by: string; id: string | undefined; at: number }>(5000);

  return {
    meet({ by, id }, key, now, isKnown) {
      if (by === undefined) return false;
      const twin = ahead.take(
        key,
        (one) => one.by !== by && (isKnown ? one.id !== undefined && one.id === id : now - one.at <= window),
      );
      if (!isKnown && !twin) ahead.put(key, { by, id, at: now });
      return twin !== undefined;
    },
  };
}
