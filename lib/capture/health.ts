import type { HealthEvent, Pulse, Trouble } from '../model.ts';

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
  /** last time rows the feed did not bring were many */
  disagreedAt: number | null;
  /** last time something like a list grew while no list was found */
  stirredAt: number | null;
  /** the tap answers */
  isHooked: boolean;
  /** a list is found and its rows can be read */
  isListed: boolean;
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

/** The ways by which comments come now. */
export function waysOf(signs: Signs): Pulse['ways'] {
  const isBroken = isSince(signs, signs.brokenSince, certain);
  const isSilent = signs.isPolled && isSince(signs, signs.heardAt, patienceOf(signs));
  return { feed: signs.heardAt !== null && !isBroken && !isSilent, list: signs.isListed };
}

const isSince = ({ now }: Signs, time: number | null, ms: number) => time !== null && now - time >= ms;
const patienceOf = ({ isSlowed }: Signs) => (isSlowed ? 75_000 : soon);

/** Names the one thing that most keeps capture from simply listening; null when it listens. */
export function diagnose(signs: Signs): Trouble | null {
  const { now, startedAt, heardAt, brokenSince, blindSince, movedAt, listlessSince, notice } = signs;
  const patience = patienceOf(signs);
  const since = (time: number | null, ms: number) => isSince(signs, time, ms);
  if (signs.hasEnded) return null;
  if (signs.isLoggedOut) return 'logged-out';
  if (notice === 'idle-dialog') return notice;
  const isFeedDown = since(brokenSince, certain) || (signs.isPolled && since(heardAt ?? startedAt, patience));
  const isStirring = signs.stirredAt !== null && now - signs.stirredAt < disagreement;
  const ways = waysOf(signs);
  if (!ways.feed && !ways.list && isStirring && since(startedAt, certain) && (isFeedDown || heardAt === null))
    return 'page-unreadable';
  // then the list is all there is, and a person can set it going again
  if (isFeedDown && notice === 'list-paused') return notice;
  if (since(brokenSince, certain)) return since(blindSince, certain) ? 'page-unreadable' : 'feed-unreadable';
  if (heardAt === null && movedAt === null) {
    if (since(blindSince, certain)) return 'rows-unreadable';
    return since(startedAt, patience) ? 'no-comments-yet' : null;
  }
  if (!signs.isHooked && heardAt === null && since(startedAt, certain)) return 'hook-missing';
  if (signs.isPolled && since(heardAt ?? startedAt, patience)) return 'feed-silent';
  // it answers, yet the list shows what it did not bring
  if (signs.isPolled && signs.aloneAt !== null && now - signs.aloneAt < disagreement)
    return 'feed-unreadable';
  if (!signs.isPolled && since(signs.framesAt, Math.max(patience, heartbeat))) return 'feed-silent';
  if (since(blindSince, certain)) return 'rows-unreadable';
  if (since(listlessSince, soon)) return signs.isPolled ? 'rows-unreadable' : 'feed-silent';
  if (signs.disagreedAt !== null && now - signs.disagreedAt < disagreement) return 'paths-disagree';
  // a full list pauses for hours; while the feed brings every comment that is nobody's trouble
  const noticed = signs.isPolled && notice === 'list-paused' ? null : notice;
  return noticed ?? (signs.isSlowed ? 'slowed' : null);
}

export type Figures = Omit<HealthEvent, 'kind' | 'at' | 'seenAt'>;

/** A quiet room still says that it is watched: so a quiet one is told from one that died (ms). */
const heartRate = 30_000;

/**
 * Says how capture does: at once when the trouble is another one, else when counts have changed and not more
 * often than every `pause` ms, and now and then in any case. `isLast` says it whatever was said before.
 */
export function createReporter(
  pause = 2000,
): (figures: Figures, now: number, isLast?: boolean) => HealthEvent | null {
  let last = '';
  let lastTrouble: Trouble | null = null;
  let saidAt = Number.NEGATIVE_INFINITY;
  return (figures, now, isLast = false) => {
    const { pulse, ...counts } = figures;
    // that a path was heard at all is news in a quiet room
    const text = JSON.stringify([counts, pulse?.heardAt != null, pulse?.lastAt != null]);
    const isDue = now - saidAt >= (text === last ? heartRate : pause);
    if (!isDue && !isLast && figures.trouble === lastTrouble) return null;
    last = text;
    lastTrouble = figures.trouble;
    saidAt = now;
    return { kind: 'health', at: now, seenAt: now, ...figures };
  };
}
