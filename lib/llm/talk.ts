import type { Failure } from './failure.ts';

/** A message as chat completions take it. */
export interface Message {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** What comes back, piece by piece. After a failure nothing more comes. */
export type Piece = { text: string } | { failure: Failure };

/** Asks a model and streams its answer; never throws. An aborted signal ends it without a word. */
export type Talk = (messages: readonly Message[], signal: AbortSignal) => AsyncIterable<Piece>;
