import { indexedTo } from '../index/pass.ts';
import type { Database } from '../log/database.ts';
import type { Session } from '../model.ts';
import type { Intent } from '../reply/types.ts';
import { eachDigest } from '../report/kept.ts';
import { outcomeOfTool } from '../report/tools.ts';
import { createRoomState, fold } from '../room/fold.ts';
import type { Question, Turn } from '../room/state.ts';
import { createDay, type Day } from './day.ts';
import { createGathering } from './gathering.ts';
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

/** What is known only when a session was worked up: its questions, the first asked first, and its day. */
interface WorkedUp {
  /** to be gone through once */
  asked: Iterable<AskedOnce>;
  day: Day;
}

/** Works a session up: from the index where it is whole, else by folding every event. */
export async function workUp(db: Database, session: Session, order: Order): Promise<WorkedUp> {
  const isIndexed = (await indexedTo(db, session.id)) >= session.events;
  return (isIndexed && (await fromDigests(db, session))) || folded(db, order);
}

const wanted = ['covered', 'unreadable', 'until', 'alarms', 'tools', 'day'] as const;

/** One digest at a time: all of them at once would be most of an export's memory. Null where some are missing. */
async function fromDigests(db: Database, session: Session): Promise<WorkedUp | null> {
  const gathering = createGathering();
  const day = createDay();
  let covered = 0;
  const visit = {
    questions: gathering.add,
    turns(turn: Turn) {
      day.turn(turn);
      gathering.follow(turn);
    },
  };
  for await (const digest of eachDigest(db, session.id, wanted, visit)) {
    day.add(digest);
    covered += digest.covered + digest.unreadable;
  }
  return covered < session.events ? null : { asked: gathering.inOrder(), day: day.whole() };
}

/** Events between two looks at the room: fewer than the questions it keeps. */
const slice = 500;
/** Below this many the room forgets none: one that went was put together with another. */
const crowded = 1000;

async function folded(db: Database, order: Order): Promise<WorkedUp> {
  const state = createRoomState();
  const asked = new Map<string, Question>();
  const day = createDay();
  let since = 0;
  const look = () => {
    if (state.questions.size < crowded) asked.clear();
    for (const [id, question] of state.questions) asked.set(id, question);
  };
  for await (const events of everyEvent(db, { ...order, onProgress: () => {} }))
    for (const event of events) {
      fold(state, event, (turn) => day.turn(turn));
      day.take(event);
      if (++since % slice === 0) look();
    }
  look();
  day.add({ until: state.lastAt, alarms: state.alarms.list, tools: state.tools.runs.map(outcomeOfTool) });
  const questions = [...asked.values()].map(
    ({ id, text, reading, count, people, since: from, answeredAt, how }) => ({
      id,
      text,
      intent: reading.intent,
      count,
      people,
      since: from,
      answeredAt,
      how,
    }),
  );
  return { asked: questions, day: day.whole() };
}
