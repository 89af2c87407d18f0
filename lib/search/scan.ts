import { intents } from '../reply/types.ts';
import { between, intentMark, type Line, type Lines, lineAt, minuteAt, readLine } from './lines.ts';
import { allows, type Prepared, type Wanted } from './prepare.ts';

/** Where in a stretch something was found. */
export interface Hit {
  /** counted from the stretch's first */
  seq: number;
  minute: number;
}

/** What a scan looks for: lines that hold every word as it stands, or those that hold one only nearly. */
export type Closeness = 'exact' | 'near';

/**
 * Finds the lines of a stretch that a query asks for, in order; `common` tells how common a pair of letters is.
 * Near hits are those that are not exact.
 */
export function scan(
  lines: Lines,
  query: Prepared,
  closeness: Closeness,
  common: (pair: string) => number,
): Hit[] {
  const hits: Hit[] = [];
  const look = (at: number) => {
    if (query.dates.any.length + query.dates.not.length > 0 && !isInTime(query, minuteAt(lines, at))) return;
    const line = readLine(lines, at);
    if (closenessOf(line, query) === closeness) hits.push({ seq: line.seq, minute: line.minute });
  };
  const probes = probesFor(query, closeness, common);
  if (probes) for (const at of holding(lines, probes)) look(at);
  else for (let at = lines.indexOf('\n'); at >= 0; at = lines.indexOf('\n', at + 1)) look(at);
  return hits;
}

/** Whether near hits are possible at all. */
export const hasNear = ({ texts }: Prepared): boolean => texts.some(({ misses }) => misses > 0);

/** How closely a line holds what is asked for; null when it does not. */
function closenessOf(line: Line, query: Prepared): Closeness | null {
  const { letters, who, intent, rules } = line;
  let closeness: Closeness = 'exact';
  for (const text of query.texts) {
    if (letters.includes(text.letters)) continue;
    if (!isNear(letters, text)) return null;
    closeness = 'near';
  }
  const holds =
    !query.without.some((word) => letters.includes(word)) &&
    allows(query.users, (user) => user !== '' && who.includes(user)) &&
    allows(query.intents, (one) => one === intent) &&
    allows(query.rules, (rule) => holdsRule(rules, rule)) &&
    isInTime(query, line.minute);
  return holds ? closeness : null;
}

const isInTime = ({ dates }: Prepared, minute: number): boolean =>
  allows(dates, ({ from, to }) => minute >= from && minute < to);

function isNear(letters: string, { pairs, misses }: Wanted): boolean {
  if (misses === 0) return false;
  let missing = 0;
  for (const pair of pairs) if (!letters.includes(pair) && ++missing > misses) return false;
  return true;
}

/** A category (M4), one of its rules (M4-soft), or a part of the term it was recognised as. */
function holdsRule(rules: string, wanted: string): boolean {
  if (wanted === '' || rules === '') return false;
  const isTerm = /\p{Script=Han}/u.test(wanted);
  return rules
    .split(between)
    .some((rule) => rule === wanted || rule.startsWith(`${wanted}-`) || (isTerm && rule.includes(wanted)));
}

/**
 * Strings of which every line that is asked for holds one; null when any line may be. Of a word that may miss two
 * pairs, any three pairs are such strings, so the rarest three are taken.
 */
function probesFor(query: Prepared, closeness: Closeness, common: (pair: string) => number): string[] | null {
  const longest = query.texts.toSorted((a, b) => b.letters.length - a.letters.length)[0];
  if (longest && (closeness === 'exact' || longest.misses === 0)) return [longest.letters];
  if (longest) return longest.pairs.toSorted((a, b) => common(a) - common(b)).slice(0, longest.misses + 1);
  if (query.users.any.length > 0) return query.users.any.filter(Boolean);
  if (query.rules.any.length > 0) return query.rules.any.filter(Boolean);
  if (query.intents.any.length > 0)
    return query.intents.any.map((intent) => intentMark(intents.indexOf(intent)));
  return null;
}

/** The lines that hold one of the probes, each once, in order. */
function holding(lines: Lines, probes: readonly string[]): number[] {
  const found: number[] = [];
  for (const probe of probes) {
    for (let place = lines.indexOf(probe); place >= 0; ) {
      found.push(lineAt(lines, place));
      const next = lines.indexOf('\n', place + 1);
      place = next < 0 ? -1 : lines.indexOf(probe, next);
    }
  }
  return probes.length === 1 ? found : [...new Set(found)].sort((a, b) => a - b);
}
