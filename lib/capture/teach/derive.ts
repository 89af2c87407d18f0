import type { Said } from '../../platforms/platform.ts';
import { type Taught, taughtReader } from '../taught.ts';
import { namesOf, pathIn, uniqueIn } from './selectors.ts';
import { readTaught } from './taught-file.ts';

/** What a person pointed at. */
export interface Picked {
  row: Element;
  nick: Element;
  text: Element;
}

/** Selectors that fit what was pointed at and its siblings, and what they read now. */
export interface Lesson {
  taught: Taught;
  /** rows as they would be captured, the newest last */
  rows: Said[];
  /** rows that the selectors find but cannot read */
  unread: number;
}

/** How far above nick and text the row may stand. */
const reach = 8;

/**
 * Derives selectors from one comment: of every element that could be the row the one whose likes read best.
 * Null when nothing on the page is like what was pointed at. `now` in ms epoch.
 */
export function derive(document: Document, { row, nick, text }: Picked, now: number): Lesson | null {
  const lessons: Lesson[] = [];
  let candidate: Element | null = commonOf(nick, text);
  for (let i = 0; i < reach && candidate && candidate !== document.body; i += 1) {
    lessons.push(...lessonsFor(document, { row: candidate, nick, text }, now, candidate === row));
    candidate = candidate.parentElement;
  }
  const score = ({ rows, unread }: Lesson) => rows.length - 2 * unread;
  return lessons.reduce<Lesson | null>(
    (best, one) => (best === null || score(one) > score(best) ? one : best),
    null,
  );
}

function lessonsFor(
  document: Document,
  { row, nick, text }: Picked,
  now: number,
  isPointedAt: boolean,
): Lesson[] {
  const lessons: Lesson[] = [];
  let list = row.parentElement;
  for (let i = 0; i < 3 && list && list !== document.body; i += 1, list = list.parentElement) {
    const place = uniqueIn(document, list);
    if (place === null) continue;
    for (const name of rowNames(row, list, place)) {
      const found = [...list.querySelectorAll(name)];
      if (!found.includes(row) || found.some((one) => one !== row && one.contains(row))) continue;
      const nickName = within(row, nick, found);
      const textName = text === row ? name : within(row, text, found);
      if (!nickName || !textName) continue;
      const lesson = learn({ list: place, row: name, nick: nickName, text: textName, at: now }, found);
      // one alone is no list, unless a person says so
      if (lesson && (lesson.rows.length > 1 || isPointedAt)) lessons.push(lesson);
    }
  }
  return lessons;
}

function rowNames(row: Element, list: Element, place: string): string[] {
  const direct = row.parentElement === list ? [`${place} > ${row.localName}`] : [];
  return [...namesOf(row).filter((name) => name !== row.localName), ...direct];
}

/** A selector that finds the element in its row, and something in most of the others. */
function within(row: Element, element: Element, rows: readonly Element[]): string | null {
  const path = pathIn(row, element);
  const names = [...namesOf(element), ...(path ? [path] : [])];
  const fitting = names.filter((name) => row.querySelector(name) === element);
  const hits = (name: string) => rows.filter((one) => one.querySelector(name)).length;
  return fitting.find((name) => hits(name) >= 0.8 * rows.length) ?? fitting[0] ?? null;
}

function learn(candidate: Taught, found: readonly Element[]): Lesson | null {
  // only what would be let in from a file
  const taught = readTaught({ 'page/': candidate })['page/'];
  if (!taught) return null;
  const { read } = taughtReader(taught);
  const rows = found.map(read);
  const said = rows.filter((one) => one !== null);
  return said.length === 0 ? null : { taught, rows: said, unread: rows.length - said.length };
}

function commonOf(a: Element, b: Element): Element | null {
  for (let one: Element | null = a; one; one = one.parentElement) if (one.contains(b)) return one;
  return null;
}
