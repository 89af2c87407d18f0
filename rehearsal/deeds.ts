import type { PlatformId } from '../lib/model.ts';
import type { Comment } from './player.ts';
import { shop } from './shop.ts';

/** What somebody in the room did other than speak. */
export interface Deed {
  id: string;
  what: 'enter' | 'like' | 'follow' | 'fanclub' | 'gift' | 'share' | 'order';
  user: string;
  nick: string;
  /** ms epoch */
  at: number;
  count: number;
  /** the gift's or the product's name */
  item?: string;
}

type Speaker = Pick<Comment, 'id' | 'user' | 'nick' | 'at'>;

/** How often each comes with a comment: one in so many. */
const rhythm: readonly (readonly [Deed['what'], number])[] = [
  ['enter', 2],
  ['like', 3],
  ['follow', 7],
  ['fanclub', 11],
  ['order', 5],
  ['gift', 6],
  ['share', 9],
];

/** What the speaker of a comment did along with it: the same for the same comment, however often it is asked. */
export function deedsOf(platform: PlatformId, { id, user, nick, at }: Speaker): Deed[] {
  const turn = Number(id.slice(-5)) >> 1;
  return rhythm.flatMap(([what, every], i) => {
    if (turn % every !== 0) return [];
    const count = what === 'like' || what === 'gift' ? 1 + (turn % 9) : 1;
    const item = what === 'gift' ? '小心心' : what === 'order' ? shop[turn % shop.length]?.name : undefined;
    return [{ id: deedId(platform, id, i + 1), what, user, nick, at, count, ...(item && { item }) }];
  });
}

/** Beside the comment's id: Douyin's keep their second in the upper half. */
const deedId = (platform: PlatformId, id: string, nth: number): string =>
  platform === 'douyin' ? String(BigInt(id) + (BigInt(nth) << 28n)) : `${id}${nth}`;
