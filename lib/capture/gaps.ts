import type { CommentEvent, GapEvent } from '../model.ts';

type Reason = Exclude<GapEvent['reason'], 'outbox-full'>;

/** Notes times for which nothing could be seen, and how much of them came in afterwards. */
export interface Gaps {
  /** Time from..to (ms epoch) went by unseen. */
  open(reason: Reason, from: number, to: number): void;
  /** What came in; `isAnswer`: as one answer of the feed, which reaches back to the one before. */
  count(comments: readonly CommentEvent[], isAnswer: boolean): void;
  /** Gaps whose time for catching up is over; all of them when `isLast`. */
  take(now: number, isLast?: boolean): GapEvent[];
}

/** ms in which the list alone brings what was missed: a poll, and the wait of a row for its twin. */
const catchUp = 5000;
/** The feed's first answer brings it all; told soon, because a page may be gone again (ms). */
const answered = 1000;

export function createGaps(): Gaps {
  let open: { reason: Reason; from: number; to: number; recovered: number; isAnswered: boolean }[] = [];
  return {
    open(reason, from, to) {
      open.push({ reason, from, to, recovered: 0, isAnswered: false });
    },
    count(comments, isAnswer) {
      for (const gap of open) {
        const missed = comments.filter(({ at, backlog }) => backlog || at < gap.to);
        gap.recovered += isAnswer && !gap.isAnswered ? comments.length : missed.length;
        if (isAnswer && comments.length > 0) gap.isAnswered = true;
      }
    },
    take(now, isLast = false) {
      const done = open.filter(
        ({ to, isAnswered }) => isLast || now >= to + (isAnswered ? answered : catchUp),
      );
      open = open.filter((gap) => !done.includes(gap));
      return done.map(({ reason, from, to, recovered }) => ({
        kind: 'gap',
        at: to,
        seenAt: now,
        from,
        to,
        reason,
        lost: 0,
        recovered,
      }));
    },
  };
}
