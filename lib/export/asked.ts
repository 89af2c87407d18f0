import { indexedTo } from '../index/pass.ts';
import type { Database } from '../log/database.ts';
import type { Session } from '../model.ts';
import type { Intent } from '../reply/types.ts';
import { readDigests } from '../report/kept.ts';
import { mergeDigests } from '../report/merge.ts';
import { createRoomState, fold } from '../room/fold.ts';
import type { Question, Turn } from '../room/state.ts';
import { everyEvent, type Order } from './order.ts';

/** A question of a session and what became of it. */
export interface AskedOnce {
  id: string;
  text: string;
  intent: Intent;
  count: number;
  people: number;
  /** waits since, or waited from then until it was answered (ms epoch) */
  since: number | null;
  answeredAt: number | null;
  how: Question['how'];
}

/** All questions of a session, the first asked first: from the index where it is whole, else by folding every event. */
export async function askedIn(db: Database, session: Session, order: Order): Promise<AskedOnce[]> {
  const isIndexed = (await indexedTo(db, session.id)) >= session.events;
  const digests = isIndexed ? await readDigests(db, session.id) : [];
  const covered = digests.reduce((sum, digest) => sum + digest.covered + digest.unreadable, 0);
  return isIndexed && covered >= session.events ? fromDigests(digests) : folded(db, order);
}

function fromDigests(digests: Parameters<typeof mergeDigests>[0]): AskedOnce[] {
  const { questions, turns } = mergeDigests(digests);
  const last = new Map<string, Pick<AskedOnce, 'since' | 'answeredAt' | 'how'>>();
  for (const turn of turns) follow(last, turn);
  return [...questions]
    .sort(([, a], [, b]) => a.seq - b.seq)
    .map(([id, { text = '', intent, asks, people }]) => ({
      id,
      text,
      intent,
      count: asks,
      people: people.length,
      ...(last.get(id) ?? open),
    }));
}

const open = { since: null, answeredAt: null, how: null };

function follow(last: Map<string, Pick<AskedOnce, 'since' | 'answeredAt' | 'how'>>, turn: Turn): void {
  if (turn.what === 'sent' || turn.what === 'joined') return;
  const { question, at } = turn;
  if ('wait' in turn) last.set(question, { since: at - turn.wait, answeredAt: at, how: turn.what });
  else last.set(question, { since: at, answeredAt: null, how: null });
}

/** Events between two looks at the room: fewer than the questions it keeps. */
const slice = 500;
/** Below this many the room forgets none: one that went was put together with another. */
const crowded = 1000;

async function folded(db: Database, order: Order): Promise<AskedOnce[]> {
  const state = createRoomState();
  const asked = new Map<string, Question>();
  let since = 0;
  const look = () => {
    if (state.questions.size < crowded) asked.clear();
    for (const [id, question] of state.questions) asked.set(id, question);
  };
  for await (const events of everyEvent(db, { ...order, onProgress: () => {} }))
    for (const event of events) {
      fold(state, event);
      if (++since % slice === 0) look();
    }
  look();
  return [...asked.values()].map(({ id, text, reading, count, askers, since: from, answeredAt, how }) => ({
    id,
    text,
    intent: reading.intent,
    count,
    people: askers.size,
    since: from,
    answeredAt,
    how,
  }));
}
