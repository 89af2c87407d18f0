import { sameBroadcast } from '../log/attach.ts';
import type { Database } from '../log/database.ts';
import { enterInLedger } from '../log/ledger.ts';
import { readSessions } from '../log/reader.ts';
import { createWriter } from '../log/writer.ts';
import type { LoggedEvent, Session } from '../model.ts';
import { type Change, rewriteSession } from './rewrite.ts';
import type { KeepSettings } from './settings.ts';

const day = 24 * 60 * 60_000;

interface Options {
  settings: KeepSettings;
  /** the disk is filling up: viewers' words go sooner */
  isTight: boolean;
  now: number;
  /** only counts */
  isDry?: boolean;
  isStopped?(): boolean;
  /** events looked at, of how many */
  onProgress?(done: number, all: number): void;
}

/** What went, or would go. */
export interface Cleaned {
  comments: number;
  /** what viewers did other than speak */
  deeds: number;
  /** sessions of which some of that went */
  touched: number;
  /** sessions that went as a whole, with their record */
  removed: number;
  /** stopped before its end: what is left goes the next time */
  isWhole: boolean;
}

/** What viewers said and did; our own account's rows are part of the record. */
export const isViewers = (event: LoggedEvent): boolean =>
  event.kind === 'audience' || (event.kind === 'comment' && !event.anchor);

/** Whether a session may still be written on, so that nothing in it is touched. */
export const isRunning = ({ endedAt, lastAt }: Session, now: number): boolean =>
  endedAt === null && now - lastAt <= sameBroadcast;

/** Before when viewers' words are over (ms epoch). */
export const commentsEnd = ({ comments, tight }: KeepSettings, isTight: boolean, now: number): number =>
  now - (isTight ? Math.min(tight, comments) : comments) * day;

/**
 * Lets go of what has been kept for long enough: of each session that rests what viewers said and did, and sessions
 * whose record is over. Each page, and each session that goes, is a transaction of its own, so that it can be
 * stopped anywhere; what it did is entered in the ledger. For an imported session the time begins with the import.
 */
export async function cleanUp(db: Database, options: Options): Promise<Cleaned> {
  const { settings, isTight, now, isDry = false, isStopped = () => false, onProgress } = options;
  const [viewersEnd, ageEnd] = [commentsEnd(settings, isTight, now), commentsEnd(settings, false, now)];
  const recordEnd = now - settings.record * day;
  const cleaned: Cleaned = { comments: 0, deeds: 0, touched: 0, removed: 0, isWhole: true };
  const resting = (await readSessions(db)).filter((session) => !isRunning(session, now)).reverse();
  const isOver = (session: Session) => heldSince(session, session.lastAt) < recordEnd;
  const due = resting.filter(
    (session) =>
      isOver(session) ||
      (heldSince(session, session.startedAt) < viewersEnd && agedTo(session) < session.events),
  );
  const all = due.reduce((sum, session) => sum + session.events - agedTo(session), 0);
  const writer = createWriter(db, { now: () => now, newId: () => crypto.randomUUID() });
  let done = 0;
  const pass = (count: number) => {
    done += count;
    onProgress?.(done, all);
  };

  for (const session of due) {
    if (isStopped()) break;
    if (isOver(session)) {
      if (!isDry) await writer.remove(session.id);
      cleaned.removed++;
      pass(session.events - agedTo(session));
    } else await age(session);
  }
  cleaned.isWhole = !isStopped();
  const { comments, deeds, removed } = cleaned;
  if (!isDry && comments + deeds + removed > 0)
    await enterInLedger(db, {
      at: now,
      what: 'clean-up',
      who: '',
      why: isTight ? 'space' : 'age',
      detail: JSON.stringify({ comments, deeds, sessions: removed }),
    });
  return cleaned;

  async function age(session: Session): Promise<void> {
    // whoever comes again need not look at what stands before the first that is not over
    let reached = session.events;
    let isTouched = false;
    const change: Change = (event) => {
      const at = heldSince(session, event.seenAt);
      if (at >= viewersEnd) reached = Math.min(reached, event.seq);
      else if (isViewers(event))
        return { was: event.kind as 'comment' | 'audience', why: at < ageEnd ? 'age' : 'space' };
      return event;
    };
    const to = await rewriteSession(db, session.id, {
      from: agedTo(session),
      change,
      isDry,
      isStopped,
      onPage: (count, changed) => {
        isTouched ||= changed.length > 0;
        for (const { kind } of changed) cleaned[kind === 'comment' ? 'comments' : 'deeds']++;
        pass(count);
      },
    });
    if (isTouched) cleaned.touched++;
    if (!isDry) await db.sessions.update(session.id, { aged: Math.min(to, reached) });
  }
}

/** A file taken in is new here, however old what it tells. */
const heldSince = ({ importedAt = 0 }: Session, at: number): number => Math.max(importedAt, at);

const agedTo = ({ aged = 0 }: Session): number => aged;
