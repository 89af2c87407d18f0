import type { CommentEvent, LoggedEvent } from '../model.ts';
import { readComment } from '../reply/read.ts';
import type { Reading } from '../reply/types.ts';

/** A comment of a viewer, read. */
export interface Heard {
  seq: number;
  at: number;
  text: string;
  reading: Reading;
}

/** What a viewer said and did in one session. */
export interface Visit {
  session: string;
  startedAt: number;
  /** newest last, bounded */
  comments: Heard[];
  counts: { comments: number; questions: number; orders: number; carts: number; gifts: number };
  /** as the page's badges word it */
  isFan: boolean;
  lastAt: number;
}

const keptComments = 100;

export const emptyVisit = (session: string, startedAt: number): Visit => ({
  session,
  startedAt,
  comments: [],
  counts: { comments: 0, questions: 0, orders: 0, carts: 0, gifts: 0 },
  isFan: false,
  lastAt: 0,
});

/** Tells whether an event is of this viewer: by the hashed id, by the name only where the page gives no ids. */
export const isBy =
  (who: Pick<CommentEvent, 'userId' | 'nick'>) =>
  (event: LoggedEvent): boolean => {
    if (event.kind !== 'comment' && event.kind !== 'audience') return false;
    if (event.kind === 'comment' && event.anchor) return false;
    return who.userId === undefined
      ? event.userId === undefined && event.nick === who.nick
      : event.userId === who.userId;
  };

/**
 * Adds one of the viewer's events to a visit, in place. Orders are those the page tells; a badge 已下单 or 已加购 counts
 * once a session, where the page tells no orders by name.
 */
export function addToVisit(visit: Visit, event: LoggedEvent): void {
  const { counts } = visit;
  visit.lastAt = Math.max(visit.lastAt, event.at);
  if (event.kind === 'audience') {
    if (event.what === 'order') counts.orders += event.count ?? 1;
    if (event.what === 'gift') counts.gifts += event.count ?? 1;
    if (event.what === 'fanclub') visit.isFan = true;
  }
  if (event.kind !== 'comment') return;
  const reading = readComment(event.text);
  counts.comments++;
  if (reading.isQuestion) counts.questions++;
  for (const badge of event.badges ?? []) {
    if (/已下单|已购|老客/.test(badge)) counts.orders = Math.max(1, counts.orders);
    if (/已加购/.test(badge)) counts.carts = 1;
    if (/粉|会员/.test(badge) && !/新粉/.test(badge)) visit.isFan = true;
  }
  visit.comments.push({ seq: event.seq, at: event.at, text: event.text, reading });
  if (visit.comments.length > keptComments) visit.comments.shift();
}
