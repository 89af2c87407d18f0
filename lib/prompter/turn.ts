import { openQuestions } from '../room/board-order.ts';
import type { Shown } from '../room/prompt.ts';
import { isWaiting } from '../room/question.ts';
import type { Question, RoomState } from '../room/state.ts';

/** The card before the host; null when the screen is empty. */
export const shownCard = ({ prompt }: RoomState): Shown | null =>
  prompt.cards.find(({ id }) => id === prompt.shown) ?? null;

/** Has this been answered, by whoever? */
export function isDone({ questions }: RoomState, card: Shown): boolean {
  const question = questions.get(card.id);
  return card.doneAt !== null || (question !== undefined && !isWaiting(question));
}

/** What comes next: a card that was put up and not yet said, else the weightiest question that waits. */
export type Next = { card: string } | { question: Question } | null;

/** What the host gets who asks for the next; `now` in ms epoch weighs the waits. */
export function nextOf(state: RoomState, now: number): Next {
  const { cards, shown } = state.prompt;
  const place = cards.findIndex(({ id }) => id === shown);
  const later = place < 0 ? cards.filter(({ what }) => what !== 'result') : cards.slice(place + 1);
  const card = later.find((one) => !isDone(state, one));
  if (card) return { card: card.id };
  const known = new Set(cards.map(({ id }) => id));
  const question = openQuestions(state, now).find(({ id, handedAt }) => handedAt === null && !known.has(id));
  return question ? { question } : null;
}

/** The card that was put up before the one shown; the last one when none is. */
export function beforeOf({ prompt: { cards, shown } }: RoomState): string | null {
  const place = cards.findIndex(({ id }) => id === shown);
  return (place < 0 ? cards.at(-1) : cards[place - 1])?.id ?? null;
}

/** How many wait for the host: cards not yet said, and questions that are on none. */
export function countWaiting(state: RoomState): number {
  const { cards, shown } = state.prompt;
  const onCards = new Set(cards.map(({ id }) => id));
  const questions = [...state.questions.values()].filter((one) => isWaiting(one) && !onCards.has(one.id));
  const open = cards.filter((one) => one.id !== shown && one.what !== 'result' && !isDone(state, one));
  return open.length + questions.length;
}
