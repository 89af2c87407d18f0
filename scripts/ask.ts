import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { limits } from '../lib/model.ts';
import { createBoard, placeQuestion } from '../lib/reply/board.ts';
import { createLibrary, type Library } from '../lib/reply/library.ts';
import { readComment } from '../lib/reply/read.ts';
import { parseScriptFile } from '../lib/reply/script-file.ts';
import { settleIntent } from '../lib/reply/settle.ts';
import { starterScripts } from '../lib/reply/starter.ts';

/*
 * Answers comments from a script library, one JSON line for each on standard input:
 * {"id","text"[,"at","user"]} → {"id","intent","isQuestion","sentiment","objection","slots","card","replies"}.
 */

const { values: options } = parseArgs({ options: { library: { type: 'string' } } });
const library = openLibrary(options.library);
const board = createBoard();
let clock = 0;
let failed = false;

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const answer = answerLine(line);
  if ('error' in answer) failed = true;
  if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) {
    await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}
process.exitCode = failed ? 1 : 0;

function answerLine(line: string) {
  const comment = parseComment(line);
  if ('error' in comment) return comment;
  const { id, text, at } = comment;
  clock = Math.max(clock, at ?? clock);
  const reading = readComment(text);
  const { isQuestion, sentiment, objection, slots } = reading;
  const card = isQuestion ? placeQuestion(board, { id, text, at: clock }) : null;
  const matches = library.search(text, reading);
  const intent = settleIntent(text, reading, matches[0]);
  const replies = matches.map(({ script, score }) => ({
    id: script.id,
    score: Number(score.toFixed(3)),
  }));
  return { id, intent, isQuestion, sentiment, objection, slots, card, replies };
}

function parseComment(
  line: string,
): { id: string; text: string; at?: number } | { id: string | null; error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'Not a JSON line.' };
  }
  if (typeof value !== 'object' || value === null) return { id: null, error: 'Not a JSON object.' };
  const { id, text, at } = value as Record<string, unknown>;
  const known =
    typeof id === 'string' && id !== '' && id.length <= 128 ? id : typeof id === 'number' ? String(id) : null;
  if (known === null) return { id: null, error: 'id must be a string of 1 to 128 characters.' };
  if (typeof text !== 'string' || text === '' || text.length > limits.text) {
    return { id: known, error: `text must be a string of 1 to ${limits.text} characters.` };
  }
  if (at !== undefined && !(typeof at === 'number' && Number.isFinite(at))) {
    return { id: known, error: 'at must be a number of milliseconds.' };
  }
  return at === undefined ? { id: known, text } : { id: known, text, at };
}

function openLibrary(file: string | undefined): Library {
  if (file === undefined) return createLibrary(starterScripts);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`Cannot read the library ${file}: ${(error as Error).message}`);
  }
  const parsed = parseScriptFile(value);
  if (!parsed.ok) throw new Error(`The library ${file} is not in order.\n${parsed.error}`);
  return createLibrary(parsed.scripts, parsed.products);
}
