import { traits as traitNames } from '../reply/types.ts';
import { isWaiting } from './question.ts';
import type { Question, RoomState } from './state.ts';
import { traitWorth } from './viewer.ts';

/** A wait of so long doubles the weight (ms). */
const doubling = 10_000;

/** The people who ask, by what each is worth; who asks again counts once more, and no shouting makes it three. */
const peopleOf = ({ people, count, traits }: Question): number =>
  people +
  Math.min(people, count - people) +
  traitNames.reduce((sum, trait) => sum + traits[trait] * traitWorth[trait], 0);

/** What a question weighs: people by their worth, times the wait. */
const weight = (question: Question, now: number): number =>
  peopleOf(question) * (1 + Math.max(0, now - question.since) / doubling);

/** The questions that wait, oldest first. */
export const waitingQuestions = (state: RoomState): Question[] =>
  [...state.questions.values()].filter(isWaiting);

/** How many of them a person was asked to answer. */
export const countHanded = (state: RoomState): number =>
  waitingQuestions(state).filter(({ handedAt }) => handedAt !== null).length;

/**
 * The questions that wait, weightiest first, those that were handed to a person last; `now` in ms epoch is the clock
 * of what is shown (live or replayed).
 */
export const openQuestions = (state: RoomState, now: number): Question[] =>
  waitingQuestions(state)
    .map((question) => ({ question, weight: question.handedAt === null ? weight(question, now) : 0 }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ question }) => question);

/** The middle of the waits in ms; null before the first answer. */
export function medianWait(state: RoomState): number | null {
  const sorted = [...state.figures.waits].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
