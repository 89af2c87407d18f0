import type { Question, RoomState } from './state.ts';

/** What a question weighs: many people, a long wait and people about to buy come first. */
const weight = (question: Question, now: number): number =>
  (question.count + 2 * question.buyers.size) * (1 + Math.max(0, now - question.since) / 10_000);

/** The questions that wait, oldest first. */
export const waitingQuestions = (state: RoomState): Question[] =>
  [...state.questions.values()].filter((question) => question.answeredAt === null);

/** The questions that wait, weightiest first; `now` in ms epoch is the clock of what is shown (live or replayed). */
export const openQuestions = (state: RoomState, now: number): Question[] =>
  waitingQuestions(state)
    .map((question) => ({ question, weight: weight(question, now) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ question }) => question);

/** The middle of the waits in ms; null before the first answer. */
export function medianWait(state: RoomState): number | null {
  const sorted = [...state.figures.waits].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
