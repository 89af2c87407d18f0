import type { CheckedText } from '../compliance/types.ts';
import type { Failure } from '../llm/failure.ts';
import type { Message, Talk } from '../llm/talk.ts';
import type { Finding } from '../model.ts';
import { longestAnswer, readAnswer, readPart } from './answer.ts';
import { type Check, createGate } from './gate.ts';
import { assemblePrompt, assembleRewrite } from './prompt.ts';
import type { Drop, Grounds } from './types.ts';

/** How far a draft has come. Only a ready one may be used. */
export type Draft =
  | { kind: 'thinking' }
  /** `text` is what has arrived of it, as far as nothing in it is banned */
  | { kind: 'writing'; text: string }
  /** `scripts` are the ids of the library's replies it rests on */
  | { kind: 'ready'; text: CheckedText; scripts: readonly string[] }
  | { kind: 'dropped'; why: Drop; findings: readonly Finding[] }
  | { kind: 'failed'; failure: Failure }
  /** `until` in ms epoch; null for the rest of the session */
  | { kind: 'spent'; until: number | null };

interface Means {
  talk: Talk;
  check: Check;
  /** pays for one call; false when the budget is used up */
  pay(): { ok: true } | { ok: false; until: number | null };
  signal: AbortSignal;
}

/**
 * Drafts an answer to one card: asks, checks, has it rewritten once where words are banned or too many, checks
 * again. Its last word is what became of it; after an abort it ends without one. Never throws on what a model says.
 */
export async function* draftAnswer(grounds: Grounds, means: Means): AsyncGenerator<Draft> {
  const gate = createGate(grounds, means.check);
  const ids = grounds.sources.map(({ id }) => id);
  const first = assemblePrompt(grounds);
  let messages = first;
  for (const isLast of [false, true]) {
    const paid = means.pay();
    if (!paid.ok) return yield { kind: 'spent', until: paid.until };
    const told = yield* listen(messages, grounds, means);
    if (told === null) return;

    const answer = readAnswer(told, ids);
    const drop = (why: Drop, findings: readonly Finding[] = []): Draft => ({
      kind: 'dropped',
      why,
      findings,
    });
    if (!answer) return yield drop(told.includes('{') && !told.includes('}') ? 'cut-off' : 'malformed');
    if (answer.reply === '') return yield drop('nothing-known');
    const verdict = gate(answer.reply);
    if (verdict.ok) {
      const scripts = grounds.sources.flatMap(({ id, script }) =>
        script && answer.from.includes(id) ? [script] : [],
      );
      return yield { kind: 'ready', text: verdict.text, scripts };
    }
    if (isLast || (verdict.why !== 'banned' && verdict.why !== 'too-long'))
      return yield drop(verdict.why, verdict.findings);
    messages = assembleRewrite(first, answer.reply, verdict.findings, grounds.limit);
  }
}

/** Streams one answer and gives it whole; null when there is none, which has been said then. */
async function* listen(
  messages: readonly Message[],
  { category }: Grounds,
  { talk, check, signal }: Means,
): AsyncGenerator<Draft, string | null> {
  yield { kind: 'thinking' };
  let told = '';
  let shown = '';
  for await (const piece of talk(messages, signal)) {
    if (signal.aborted) return null;
    if ('failure' in piece) {
      yield { kind: 'failed', failure: piece.failure };
      return null;
    }
    told += piece.text;
    if (told.length > longestAnswer) {
      yield { kind: 'failed', failure: { kind: 'too-long' } };
      return null;
    }
    const part = readPart(told);
    if (part === shown || !check(part, category).ok) continue;
    shown = part;
    yield { kind: 'writing', text: part };
  }
  return signal.aborted ? null : told;
}
