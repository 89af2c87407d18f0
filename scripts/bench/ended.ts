import type { PlatformId, Session } from '../../lib/model.ts';

/** A broadcast that is over, settled and packed; times in ms epoch. */
export const ended = (
  id: string,
  platform: PlatformId,
  { from, last, comments }: { from: number; last: number; comments: number },
): Session => ({
  id,
  platform,
  roomId: id,
  title: '小满家居',
  tabId: null,
  startedAt: from,
  lastAt: last,
  endedAt: last,
  events: comments,
  comments,
  rejected: 0,
  isClosed: true,
  streams: {},
  loose: 0,
  settled: comments,
});
