import { caseText, removeCasesOf, rewriteCases } from '../log/cases.ts';
import type { Database } from '../log/database.ts';
import { enterInLedger } from '../log/ledger.ts';
import { readSessions } from '../log/reader.ts';
import type { LoggedEvent, PromptEvent, Session } from '../model.ts';
import { isRunning } from './clean-up.ts';
import { type Change, rewriteSession } from './rewrite.ts';
import { createVeil, readSalt } from './veil.ts';

/** Whose data is meant. With both, the id decides, and the name only where an event has no id. */
export interface Person {
  /** as the platform shows it */
  nick?: string;
  /** the platform's id, or the hash that stands here for it */
  user?: string;
}

interface Options {
  now: number;
  signal?: AbortSignal;
  /** events looked at, of how many */
  onProgress?(done: number, all: number): void;
}

/** What of a person is stored. */
export interface Found {
  sessions: { session: Session; comments: number; deeds: number; mentions: number }[];
  /** the ids that carry this name, with their events: two people may share one */
  users: { user: string; events: number }[];
  /** a few of their comments, to see whether it is they */
  samples: { session: string; seq: number; at: number; nick: string; text: string }[];
  /** sessions that run and were not looked at */
  running: number;
}

const sampled = 5;
const shownUsers = 20;

/** What is stored of a person, without changing anything. Throws the signal's reason when it is stopped. */
export async function findPerson(db: Database, person: Person, options: Options): Promise<Found> {
  const users = new Map<string, number>();
  const samples: Found['samples'] = [];
  const found = await walk(db, person, options, true, (event, session, isTheirs) => {
    if (!isTheirs || (event.kind !== 'comment' && event.kind !== 'audience')) return;
    users.set(event.userId ?? '', (users.get(event.userId ?? '') ?? 0) + 1);
    if (event.kind === 'comment' && samples.length < sampled)
      samples.push({ session, seq: event.seq, at: event.at, nick: event.nick, text: event.text });
  });
  const known = Array.from(users, ([user, events]) => ({ user, events }));
  return { ...found, samples, users: known.sort((a, b) => b.events - a.events).slice(0, shownUsers) };
}

/**
 * Deletes what a person said and did in all sessions that rest, gaps noted in their words, their question on the host's
 * cards, their name where others wrote it behind an @, and what was noted about them. The ledger gets a hash of whom,
 * not the name. Stopped, it has deleted part of it, each page wholly; that is entered, too, and it can be asked again.
 */
export async function deletePerson(
  db: Database,
  person: Person,
  { who, why, ...options }: Options & { who: string; why: string },
): Promise<Omit<Found, 'users' | 'samples'>> {
  const veil = await createVeil(await readSalt(db));
  const whom = await veil(person.user ?? person.nick ?? '');
  const sums = { comments: 0, deeds: 0, mentions: 0, cases: 0 };
  const texts = new Set<string>();
  await forgetNotes(db, person, veil);
  try {
    return await walk(db, person, options, false, (event, _, isTheirs) => {
      if (!isTheirs) sums.mentions++;
      else sums[event.kind === 'comment' ? 'comments' : 'deeds']++;
      if (isTheirs && event.kind === 'comment') texts.add(caseText(event.text));
    });
  } finally {
    // also when it was stopped: what is gone from the log must not stay here
    sums.cases = await removeCasesOf(db, texts);
    const { nick } = person;
    if (nick) await rewriteCases(db, (text) => veiled(text, nick));
    await enterInLedger(db, {
      at: options.now,
      what: 'delete-viewer',
      who,
      why,
      detail: JSON.stringify({ whom, ...sums, stopped: options.signal?.aborted ?? false }),
    });
  }
}

/** What is kept of them in the table of viewers: by id; by name only where the page gave no id. */
async function forgetNotes(
  db: Database,
  { nick, user }: Person,
  veil: (user: string) => Promise<string>,
): Promise<void> {
  const ids = user === undefined ? [] : [user, await veil(user)];
  await db.viewers
    .filter(({ id, nick: theirs }) =>
      ids.length > 0 && !id.startsWith('@') ? ids.includes(id) : nick !== undefined && theirs === nick,
    )
    .delete();
}

async function walk(
  db: Database,
  person: Person,
  { now, signal, onProgress }: Options,
  isDry: boolean,
  onHit: (event: LoggedEvent, session: string, isTheirs: boolean) => void,
): Promise<Omit<Found, 'users' | 'samples'>> {
  const isTheirs = await matcher(db, person);
  const all = await readSessions(db);
  const resting = all.filter((session) => !isRunning(session, now));
  const events = resting.reduce((sum, session) => sum + session.events, 0);
  const sessions: Found['sessions'] = [];
  let done = 0;
  for (const session of resting) {
    const counts = { comments: 0, deeds: 0, mentions: 0 };
    const comments = new Set<string>();
    const isHit = (event: LoggedEvent) =>
      isTheirs(event) || (event.kind === 'lack' && comments.has(event.question));
    const change: Change = (event) => {
      if (event.kind === 'prompt' && comments.has(event.card.id)) return withoutQuestion(event);
      if (!isHit(event)) return withoutMention(event, person.nick);
      if (event.kind === 'comment') comments.add(event.id);
      return { was: event.kind as 'comment' | 'audience' | 'lack', why: 'asked' };
    };
    await rewriteSession(db, session.id, {
      from: 0,
      change,
      isDry,
      isStopped: () => signal?.aborted ?? false,
      onPage: (count, changed) => {
        for (const event of changed) {
          const isOwn = isHit(event);
          counts[!isOwn ? 'mentions' : event.kind === 'comment' ? 'comments' : 'deeds']++;
          onHit(event, session.id, isOwn);
        }
        done += count;
        onProgress?.(done, events);
      },
    });
    signal?.throwIfAborted();
    if (counts.comments + counts.deeds + counts.mentions > 0) sessions.push({ session, ...counts });
  }
  return { sessions, running: all.length - resting.length };
}

async function matcher(db: Database, { nick, user }: Person): Promise<(event: LoggedEvent) => boolean> {
  const hidden = user === undefined ? undefined : await (await createVeil(await readSalt(db)))(user);
  return (event) => {
    if (event.kind !== 'comment' && event.kind !== 'audience') return false;
    if (event.kind === 'comment' && event.anchor) return false;
    // sessions of before ids were hashed, and those of other machines, have them in clear
    if (user !== undefined && event.userId !== undefined)
      return event.userId === hidden || event.userId === user;
    return nick !== undefined && event.nick === nick;
  };
}

/** A card as it was shown, but for what the viewer asked. */
const withoutQuestion = (event: PromptEvent & { seq: number }): LoggedEvent => ({
  ...event,
  card: { ...event.card, asked: '*'.repeat(event.card.asked.length), unsaid: [] },
});

/** The event with the name behind an @ made as many stars, so that findings stay in their places; itself without one. */
function withoutMention(event: LoggedEvent, nick: string | undefined): LoggedEvent {
  if (!nick) return event;
  if (event.kind === 'suggestion') {
    const replies = event.replies.map((reply) => ({ ...reply, text: veiled(reply.text, nick) }));
    return replies.some(({ text }, i) => text !== event.replies[i]!.text) ? { ...event, replies } : event;
  }
  if (event.kind === 'prompt') {
    const { asked, answer } = event.card;
    const card = { ...event.card, asked: veiled(asked, nick), answer: veiled(answer, nick) };
    return card.asked === asked && card.answer === answer ? event : { ...event, card };
  }
  if (!('text' in event) || !event.text.includes(`@${nick}`)) return event;
  return { ...event, text: veiled(event.text, nick) };
}

const veiled = (text: string, nick: string): string =>
  text.replaceAll(`@${nick}`, `@${'*'.repeat(nick.length)}`);
