import { limits } from '../limits.ts';
import type { Intent, Objection, Scene } from '../reply/types.ts';
import { most } from './schema.ts';

/** A script as a person brings it; what is missing is found out or stays as it was. */
export interface ScriptDraft {
  id?: string;
  text: string;
  examples: string[];
  intent?: Intent;
  scene?: Scene;
  objection?: Objection;
  product?: string;
  code?: string;
}

/** Why a line cannot be taken. */
export type RowProblem =
  | 'no-text'
  | 'text-too-long'
  | 'too-many-examples'
  | 'example-too-long'
  | 'code-too-long'
  | 'id-too-long'
  | 'unknown-intent'
  | 'unknown-scene'
  | 'unknown-objection'
  | 'no-name'
  | 'bad-link'
  | 'unknown-category'
  | 'too-many-facts'
  | 'fact-too-long'
  | 'not-readable';

/** One line from outside: something to take, or what is wrong with it. `line` is counted from 1. */
export type Incoming<Draft> =
  | { line: number; draft: Draft }
  | { line: number; problem: RowProblem; shown: string };

/** A line that was read, or what the tables do not take. */
export function incomingScript(line: number, draft: ScriptDraft): Incoming<ScriptDraft> {
  const clean = { ...draft, text: oneLine(draft.text), examples: tidy(draft.examples) };
  const problem = problemOf(clean);
  return problem
    ? { line, problem, shown: shown(clean.text || clean.examples.join(' ')) }
    : { line, draft: clean };
}

/** As much of a line as helps to find it. */
export const shown = (text: string): string => text.slice(0, 60);

/** Replies stand in a box of one line. */
export const oneLine = (text: string): string => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim();

const tidy = (examples: readonly string[]): string[] => [
  ...new Set(examples.map(oneLine).filter((one) => one !== '')),
];

function problemOf({ text, examples, code, id, product }: ScriptDraft): RowProblem | null {
  if (text === '') return 'no-text';
  if (text.length > limits.text) return 'text-too-long';
  if (examples.length > most.examples) return 'too-many-examples';
  if (examples.some((example) => example.length > limits.title)) return 'example-too-long';
  if (code !== undefined && code.length > 20) return 'code-too-long';
  if ((id ?? '').length > 128 || (product ?? '').length > 128) return 'id-too-long';
  return null;
}
