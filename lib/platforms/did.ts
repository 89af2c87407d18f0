import { limits } from '../limits.ts';
import type { Reading } from './platform.ts';

export type Did = NonNullable<Reading['did']>[number];

/** What somebody did, without what is missing or out of bounds. */
export function didOf(
  what: Did['what'],
  { id, userId, nick, count, item, at }: { [K in Exclude<keyof Did, 'what'>]?: Did[K] | undefined },
): Did {
  return {
    what,
    ...(id !== undefined && { id }),
    ...(userId !== undefined && { userId }),
    ...(nick && nick.length <= limits.nick && { nick }),
    ...(count !== undefined && Number.isSafeInteger(count) && count >= 1 && { count }),
    ...(item && { item: item.slice(0, limits.title) }),
    ...(at !== undefined && { at }),
  };
}
