import { getOr } from './counting.ts';
import type { Digest } from './digest.ts';
import { type Part, type Spread, spreadOf } from './statistics.ts';

/** The levels of the response plan, in ms: a first word, an answer at once, a promise kept. */
export const levels = { first: 30_000, immediate: 5 * 60_000, deferred: 30 * 60_000 } as const;
type Level = keyof typeof levels;

/** One answer: when it came, how long was waited for it. */
interface Answer {
  seq: number;
  at: number;
  question: string;
  wait: number;
}

/** How a session's questions were answered. */
export interface Answers {
  /** times a question began to wait; those a person put aside as needing none are not counted in the shares */
  asked: number;
  answered: number;
  dismissed: number;
  /** that nobody answered */
  open: number;
  waits: Spread;
  /** from the moment suggestions were shown to the fill */
  handling: Spread;
  /** answered in time, of those that were asked at least so long before the end: of later ones nobody can tell */
  within: Record<Level, Part>;
}

type Turn = Digest['turns'][number];

/** What became of the questions, in order: the answers, the askings that nobody closed, and how many were what. */
export interface Outcome {
  answers: Answer[];
  open: { seq: number; at: number; question: string }[];
  asked: number;
  dismissed: number;
}

/** Goes through the turns once. */
export function outcomeOf(turns: readonly Turn[]): Outcome {
  const answers: Answer[] = [];
  const waiting = new Map<string, { seq: number; at: number; question: string }>();
  const lost: { seq: number; at: number; question: string }[] = [];
  let asked = 0;
  let dismissed = 0;
  for (const turn of turns) {
    if (turn.what === 'sent') continue;
    const { seq, at, question } = turn;
    if ('wait' in turn) {
      waiting.delete(question);
      if (turn.what === 'dismissed') dismissed++;
      else answers.push({ seq, at, question, wait: turn.wait });
      continue;
    }
    asked++;
    const before = waiting.get(question);
    // a card that fell off the board and was begun anew
    if (before) lost.push(before);
    waiting.set(question, { seq, at, question });
  }
  return { answers, open: [...lost, ...waiting.values()], asked, dismissed };
}

export function summarise(digest: Digest, { answers, open: waiting, asked, dismissed }: Outcome): Answers {
  const end = digest.until ?? 0;
  const within = (limit: number): Part => {
    const tellable = answers.filter(({ at, wait }) => end - (at - wait) >= limit);
    return {
      part: tellable.filter(({ wait }) => wait <= limit).length,
      of: tellable.length + waiting.filter(({ at }) => end - at >= limit).length,
    };
  };
  return {
    asked,
    answered: answers.length,
    dismissed,
    open: waiting.length,
    waits: spreadOf(answers.map(({ wait }) => wait)),
    handling: spreadOf(handlingTimes(digest)),
    within: {
      first: within(levels.first),
      immediate: within(levels.immediate),
      deferred: within(levels.deferred),
    },
  };
}

function handlingTimes({ shown, fills }: Digest): number[] {
  const showings = new Map<string, number[]>();
  for (const { question, at } of shown) getOr(showings, question, () => []).push(at);
  return fills.flatMap(({ question, at }) => {
    // the latest showing before the fill: an older one was for an older asking
    const before = (showings.get(question ?? '') ?? []).filter((one) => one <= at);
    return before.length > 0 ? [at - Math.max(...before)] : [];
  });
}
