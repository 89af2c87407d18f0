import type { HealthEvent, Trouble } from '../model.ts';

/** What was noticed, ms epoch or null for never. */
export interface Signs {
  now: number;
  startedAt: number;
  /** last answer of the feed that could be read, empty ones too */
  heardAt: number | null;
  /** since when the feed's answers cannot be read; null while they can */
  brokenSince: number | null;
  /** since when no row of a list that has some can be read; null while one can */
  blindSince: number | null;
  /** last new row in the list */
  movedAt: number | null;
  /** last comment that only the list showed */
  aloneAt: number | null;
  /** since when there is no list to watch, though the feed brings comments */
  listlessSince: number | null;
  /** last frame of a socket nobody can read */
  framesAt: number | null;
  isLoggedOut: boolean;
  /** the broadcast is over: silence is no trouble */
  hasEnded: boolean;
  /** the page itself says so */
  notice: Trouble | null;
  isPolled: boolean;
  /** the browser has slowed this hidden page's timers to one a minute */
  isSlowed: boolean;
}

/** Reported within ten seconds, with two for the rhythm of reports. */
const soon = 8000;
const certain = 3000;
const disagreement = 30_000;
/** No source tells how often the socket's heart beats. */
const heartbeat = 30_000;

/** Names the one thing that most keeps capture from simply listening; null when it listens. */
export function diagnose(signs: Signs): Trouble | null {
  const { now, startedAt, heardAt, brokenSince, blindSince, movedAt, listlessSince, notice } = signs;
  const patience = signs.isSlowed ? 75_000 : soon;
  const since = (time: number | null, ms: number) => time !== null && now - time >= ms;
  if (signs.hasEnded) return null;
  if (signs.isLoggedOut) return 'logged-out';
  if (notice === 'idle-dialog') return notice;
  const isFeedDown = since(brokenSince, certain) || (signs.isPolled && since(heardAt ?? startedAt, patience));
  // then the list is all there is, and a person can set it going again
  if (isFeedDown && notice === 'list-paused') return notice;
  if (since(brokenSince, certain)) return 'feed-unreadable';
  if (heardAt === null && movedAt === null) {
    if (since(blindSince, certain)) return 'rows-unreadable';
    return since(startedAt, patience) ? 'no-comments-yet' : null;
  }
  if (signs.isPolled && since(heardAt ?? startedAt, patience)) return 'feed-silent';
  // it answers, yet the list shows what it did not bring
  if (signs.isPolled && signs.aloneAt !== null && now - signs.aloneAt < disagreement)
    return 'feed-unreadable';
  if (!signs.isPolled && since(signs.framesAt, Math.max(patience, heartbeat))) return 'feed-silent';
  if (since(blindSince, certain)) return 'rows-unreadable';
  if (since(listlessSince, soon)) return signs.isPolled ? 'rows-unreadable' : 'feed-silent';
  // a full list pauses for hours; while the feed brings every comment that is nobody's trouble
  return signs.isPolled && notice === 'list-paused' ? null : notice;
}

export type Figures = Pick<HealthEvent, 'trouble' | 'feed' | 'dom' | 'merged' | 'dropped'>;

/** Says how capture does, when something has changed and not more often than every `pause` ms. */
export function createReporter(pause = 2000): (figures: Figures, now: number) => HealthEvent | null {
  let last = '';
  let saidAt = Number.NEGATIVE_INFINITY;
  return (figures, now) => {
    const text = JSON.stringify(figures);
    if (text === last || now - saidAt < pause) return null;
    last = text;
    saidAt = now;
    return { kind: 'health', at: now, seenAt: now, ...figures };
  };
}
