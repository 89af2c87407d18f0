import { readFileSync } from 'node:fs';
import type { Recorded } from '../../rehearsal/stage.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
const time = (value: unknown): number | undefined => (Number.isFinite(value) ? (value as number) : undefined);

/** One line as a comment; null when the line is another kind of event of an exported session. */
function comment(line: string, number: number): Recorded | null {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`Line ${number} is no JSON: ${line.slice(0, 60)}`);
  }
  if (value.kind !== undefined && value.kind !== 'comment') return null;
  const said = text(value.text);
  if (!said) throw new Error(`Line ${number} has no "text": ${line.slice(0, 60)}`);
  // an export names the user userId and marks the broadcaster's own rows
  if (value.anchor === true) return null;
  const [nick, user, at] = [text(value.nick), text(value.user) ?? text(value.userId), time(value.at)];
  return { text: said, ...(nick && { nick }), ...(user && { user }), ...(at !== undefined && { at }) };
}

/** Reads a recorded room: JSON Lines, or a session that the extension exported. Throws with the number of a bad line. */
export function readRoom(file: string): Recorded[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const comments = lines.flatMap((line, i) => (line.trim() ? (comment(line, i + 1) ?? []) : []));
  if (comments.length === 0) throw new Error(`No comments in ${file}.`);
  return comments;
}
