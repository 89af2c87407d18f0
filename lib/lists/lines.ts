import type { Level, Phrase, Term } from '../compliance/types.ts';
import { type ListContent, listLimit, termLimit } from './word-list.ts';

/** What a line may say of its word: a severity, or that it is let through. */
export type Mark = Level | 'allow';
const marks: readonly Mark[] = ['S3', 'S2', 'S1', 'allow'];

export type LineProblem = 'tooLong' | 'longBasis' | 'noLetters' | 'twice' | 'tooMany';
/** What is wrong with a line; lines count from 1. */
export interface WrongLine {
  line: number;
  problem: LineProblem;
}

const longestBasis = 200;

/**
 * Reads a list as text, one word a line: `词 [mark] [basis…]`, where `names` says how a mark is written. Nothing is
 * taken unless every line is right. A word that was there keeps its scope.
 */
export function readLines(
  text: string,
  names: Readonly<Record<Mark, string>>,
  before: ListContent,
): { ok: true; content: ListContent } | { ok: false; wrong: WrongLine[] } {
  const byName = new Map(marks.flatMap((mark) => [[mark, mark] as const, [names[mark], mark] as const]));
  const scopes = {
    terms: new Map(before.terms.map(({ text, scope }) => [text, scope])),
    allow: new Map(before.allow.map(({ text, scope }) => [text, scope])),
  };
  const terms = new Map<string, Term>();
  const allow = new Map<string, Phrase>();
  const wrong: WrongLine[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const parts = line.split(/\s+/).filter(Boolean);
    if (parts.length === 0) continue;
    const at = parts.findIndex((part, nth) => nth > 0 && byName.has(part));
    const word = parts.slice(0, at === -1 ? undefined : at).join(' ');
    const mark = at === -1 ? 'S3' : byName.get(parts[at]!)!;
    const basis = at === -1 ? '' : parts.slice(at + 1).join(' ');
    const known = mark === 'allow' ? allow : terms;
    const problem = wrongWith(word, basis, known);
    if (problem) {
      wrong.push({ line: i + 1, problem });
      continue;
    }
    const scope = scopes[mark === 'allow' ? 'allow' : 'terms'].get(word);
    if (mark === 'allow') allow.set(word, { text: word, ...(scope && { scope }) });
    else terms.set(word, { text: word, severity: mark, ...(scope && { scope }), ...(basis && { basis }) });
  }
  if (wrong.length > 0) return { ok: false, wrong };
  return { ok: true, content: { terms: [...terms.values()], allow: [...allow.values()] } as ListContent };
}

/** A list as text that `readLines` reads back; scopes are not written. */
export const writeLines = (
  { terms, allow }: Pick<ListContent, 'terms' | 'allow'>,
  names: Readonly<Record<Mark, string>>,
): string =>
  [
    ...terms.map(({ text, severity, basis }) => [text, names[severity], basis].filter(Boolean).join(' ')),
    ...allow.map(({ text }) => `${text} ${names.allow}`),
  ].join('\n');

function wrongWith(word: string, basis: string, known: ReadonlyMap<string, unknown>): LineProblem | null {
  if (word.length > termLimit) return 'tooLong';
  if (basis.length > longestBasis) return 'longBasis';
  // the checker could never find it
  if (!/[\p{L}\p{N}]/u.test(word)) return 'noLetters';
  if (known.has(word)) return 'twice';
  return known.size >= listLimit ? 'tooMany' : null;
}
