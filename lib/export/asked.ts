import { indexedTo } from '../index/pass.ts';
import type { Database } from '../log/database.ts';
import type { Session } from '../model.ts';
import type { Intent } from '../reply/types.ts';
import type { Asked } from '../report/digest.ts';
import { eachDigest } from '../report/kept.ts';
import { outcomeOfTool } from '../report/tools.ts';
import { createRoomState, fold } from '../room/fold.ts';
import type { Question, Turn } from '../room/state.ts';
import { createDay, type Day } from './day.ts';
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
  asked: AskedOnce[];
  day: Day;
}

/** Works a session up: from the index where it is whole, else by folding every event. */
export async function workUp(db: Database, session: Session, order: Order): Promise<WorkedUp> {
  const isIndexed = (await indexedTo(db, session.id)) >= session.events;
  return (isIndexed && (await fromDigests(db, session))) || folded(db, order);
}

type Told = Pick<Asked, 'text' | 'intent' | 'asks' | 'people' | 'seq'>;

const wanted = ['covered', 'unreadable', 'questions', 'turns', 'until', 'alarms', 'tools', 'day'] as const;

/** One digest at a time: all of them at once would be most of an export's memory. Null where some are missing. */
async function fromDigests(db: Database, session: Session): Promise<WorkedUp | null> {
  const asked = new Map<string, Told>();
  const last = new Map<string, Pick<AskedOnce, 'since' | 'answeredAt' | 'how'>>();
  const day = createDay();
  let covered = 0;
  for await (const digest of eachDigest(db, session.id, wanted)) {
    const { covered: events, unreadable, questions, turns } = digest;
    day.add(digest);
    covered += events + unreadable;
    for (const [id, { text, intent, asks, people, seq }] of questions) {
      const known = asked.get(id);
      if (!known) asked.set(id, { ...(text !== undefined && { text }), intent, asks, people, seq });
      else {
        if (known.text === undefined && text !== undefined) known.text = text;
        known.asks += asks;
        for (const person of people) known.people.push(person);
      }
    }
    for (const turn of turns) follow(last, turn);
  }
  if (covered < session.events) return null;
  const questions = [...asked]
    .sort(([, a], [, b]) => a.seq - b.seq)
    .map(([id, { text = '', intent, asks, people }]) => ({
      id,
      text,
      intent,
      count: asks,
      people: new Set(people).size,
      ...(last.get(id) ?? open),
    }));
  return { asked: questions, day: day.whole() };
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
    ({ id, text, reading, count, askers, since: from, answeredAt, how }) => ({
      id,
      text,
      intent: reading.intent,
      count,
      people: askers.size,
      since: from,
      answeredAt,
      how,
    }),
  );
  return { asked: questions, day: day.whole() };
}
