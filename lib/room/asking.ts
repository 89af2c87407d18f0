import type { CommentEvent, LackEvent, LoggedEvent } from '../model.ts';
import { placeQuestion } from '../reply/board.ts';
import type { Sense } from '../reply/sense.ts';
import { hearAnswer } from './alarms.ts';
import { cut, oldestOf } from './cut.ts';
import {
  type Answered,
  addAsking,
  close,
  emptyQuestion,
  isWaiting,
  type Question,
  wordingOf,
} from './question.ts';
import { hashOf } from './speakers.ts';
import type { OnTurn, RoomState } from './state.ts';
import { traitsOf } from './viewer.ts';

const keptQuestions = 2000;
const step = 32;
const keptLacks = 500;

/** A viewer's question: one more of a card, or a card of its own. In place. */
export function ask(
  state: RoomState,
  event: CommentEvent & { seq: number },
  reading: Question['reading'],
  sensed: Sense,
  onTurn: OnTurn,
): void {
  const { seq, at, text } = event;
  const wording = wordingOf(text, sensed);
  const id = state.apart.get(wording) ?? placeQuestion(state.board, event, sensed);
  const known = state.questions.get(id);
  const question = known ?? emptyQuestion(id, text, reading, at);
  const isOpen = known !== undefined && isWaiting(known);
  const asker = hashOf(event.userId ?? event.nick);
  const traits = traitsOf(event.badges, !state.speakers.has(asker));
  addAsking(question, wording, { seq, at, text, asker, traits });
  const isOpened = !isOpen && isWaiting(question);
  onTurn({ seq, at, what: !known ? 'asked' : isOpened ? 'again' : 'joined', question: id });
  if (isOpened) {
    state.figures.asked++;
    state.figures.waiting++;
  }
  if (known) return;
  state.questions.set(id, question);
  forgetOldest(state);
}

/** A card's question was answered or put aside. In place. */
export function answer(
  state: RoomState,
  { seq }: LoggedEvent,
  id: string,
  at: number,
  how: Answered['how'],
  onTurn: OnTurn,
): void {
  const question = state.questions.get(id);
  if (!question || !isWaiting(question)) return;
  close(question, { at, how });
  const wait = Math.max(0, at - question.since);
  onTurn({ seq, at, what: how, question: id, wait });
  state.figures.waiting--;
  if (how === 'dismissed') {
    state.figures.asked--;
    return;
  }
  state.figures.answered++;
  hearAnswer(state, wait);
  state.figures.waits.push(wait);
}

/** A card was handed to somebody who knows, or with null taken back. In place. */
export function hand({ questions }: RoomState, id: string, at: number | null): void {
  const question = questions.get(id);
  if (question && isWaiting(question)) question.handedAt = at;
}

/** A person noted that no script answers a card, or took that back. In place. */
export function noteLack(state: RoomState, event: LackEvent & { seq: number }): void {
  const question = state.questions.get(event.question);
  if (question) question.isLack = !event.undone;
  if (event.undone) state.lacks = state.lacks.filter((one) => one.question !== event.question);
  else state.lacks.push(event);
  cut(state.lacks, keptLacks);
}

function forgetOldest({ questions, apart, figures }: RoomState): void {
  if (questions.size <= keptQuestions) return;
  const gone = new Set(oldestOf(questions, step));
  for (const id of gone) {
    if (questions.get(id)?.answeredAt === null) figures.waiting--;
    questions.delete(id);
  }
  for (const [wording, id] of apart) if (gone.has(id)) apart.delete(wording);
}
