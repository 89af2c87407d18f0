import { limits } from '../../limits.ts';
import { figureIn } from '../figures.ts';
import { idOf } from '../json.ts';
import type { Reading, Said } from '../platform.ts';
import { accept, collect, type Refusal, timeOf } from '../said.ts';
import { FeedPush, WatchingList } from './messages.ts';

type Push = ReturnType<typeof FeedPush.whole>;
type Comment = NonNullable<Push['commentFeeds']>[number];
type Did = NonNullable<Reading['did']>[number];

/** 310: comments, gifts, likes and shares since the last push, and two figures (rather sure: 829 has taken over). */
export function readPush(payload: Uint8Array, seenAt: number): Reading {
  const push = FeedPush.whole(payload);
  const comments = collect(push.commentFeeds ?? [], (item) => readComment(item as Comment, seenAt));
  return {
    ...comments,
    // a push without any, now the rule, does not tell whether they are read
    said: push.commentFeeds ? comments.said : undefined,
    metrics: [...metric('online', push.displayWatchingCount), ...metric('likes', push.displayLikeCount)],
    did: [
      ...(push.likeFeeds ?? []).map((item) => did('like', item, seenAt)),
      ...(push.giftFeeds ?? []).map((item) => ({ ...did('gift', item, seenAt), ...giftOf(item) })),
      ...(push.shareFeeds ?? []).map((item) => did('share', item, seenAt)),
    ],
  };
}

/** 340: who is watching; only their number is read. */
export const readWatching = (payload: Uint8Array): Reading => ({
  metrics: metric('online', WatchingList.whole(payload).displayWatchingCount),
  malformed: 0,
  oversized: 0,
});

function readComment(
  { id, user, content, sortRank, showType, time }: Comment,
  seenAt: number,
): Said | Refusal {
  // the platform shows it to nobody but its writer
  if (showType === 2) return 'skip';
  return accept({
    id: idOf(id),
    userId: idOf(user?.principalId),
    nick: user?.userName,
    text: content,
    // ids are often missing; a time makes the same one up after a reconnect
    at: timeOf(time, seenAt) ?? timeOf(sortRank, seenAt),
    by: '310',
  });
}

const metric = (name: 'online' | 'likes', shown: string | undefined): Reading['metrics'] => {
  const value = figureIn(shown ?? '');
  return value === undefined ? [] : [{ name, value }];
};

function did(
  what: Did['what'],
  item: { id?: string; user?: Comment['user']; time?: number },
  seenAt: number,
) {
  const { userName, principalId } = item.user ?? {};
  const told = {
    id: idOf(item.id),
    userId: idOf(principalId),
    nick: userName !== undefined && userName.length <= limits.nick ? userName : undefined,
    at: timeOf(item.time, seenAt),
  };
  const known = Object.entries(told).filter(([, value]) => value !== undefined);
  return { what, ...Object.fromEntries(known) } as Did;
}

/** A combo sends one push for each batch. */
function giftOf({ batchSize, about }: NonNullable<Push['giftFeeds']>[number]): Partial<Did> {
  const name = about?.giftName;
  return {
    ...(batchSize !== undefined && batchSize >= 1 && batchSize <= 1e6 && { count: batchSize }),
    ...(name && { item: name.slice(0, limits.title) }),
  };
}
