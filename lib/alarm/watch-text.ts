import { Watch } from '../model.ts';

type Words = Watch['words'];
type Quiet = Watch['quiet'];

/** What somebody wrote as watched words. */
export type ReadWords = { ok: true; words: Words } | { ok: false; lines: number[] };

const Words = Watch.shape.words;
const usualPeople = 3;

/** One word a line, with a number of people after it or three; `lines` (from 1) are those that cannot be read. */
export function readWords(text: string): ReadWords {
  const words: Words = [];
  const lines: number[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const written = line.trim();
    if (written === '') continue;
    const [, word = written, people] = /^(.*\S)\s+(\d+)$/.exec(written) ?? [];
    const one = { text: word, people: people === undefined ? usualPeople : Number(people) };
    if (!Words.element.safeParse(one).success) lines.push(i + 1);
    else if (!words.some(({ text: known }) => known === word)) words.push(one);
  }
  if (lines.length > 0) return { ok: false, lines };
  return Words.safeParse(words).success ? { ok: true, words } : { ok: false, lines: [words.length] };
}

export const writeWords = (words: Words): string =>
  words.map(({ text, people }) => `${text} ${people}`).join('\n');

/** 23:00-07:30 as minutes of the day, null for an empty text, undefined for what cannot be read. */
export function readQuiet(text: string): Quiet | undefined {
  if (text.trim() === '') return null;
  const found = /^\s*([01]?\d|2[0-3])[:：]([0-5]\d)\s*[-–—~到]\s*([01]?\d|2[0-3])[:：]([0-5]\d)\s*$/.exec(
    text,
  );
  if (!found) return undefined;
  const [, fromHour, fromMinute, toHour, toMinute] = found.map(Number);
  return { from: fromHour! * 60 + fromMinute!, to: toHour! * 60 + toMinute! };
}

const two = (n: number) => String(n).padStart(2, '0');
const timeOf = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

export const writeQuiet = (quiet: Quiet): string =>
  quiet === null ? '' : `${timeOf(quiet.from)}-${timeOf(quiet.to)}`;
