import type { LiveEvent, LoggedEvent } from '../model.ts';
import type { Page } from './database.ts';

/** Events a page holds once it is joined; larger pages make seeking slower. */
const fullPage = 1000;

/** 32-bit FNV-1a over UTF-16 units: finds a torn or altered page, is no proof against a forger. */
function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Packs events that follow each other; `first` is the seq of the first. */
export function packPage(session: string, first: number, events: readonly LiveEvent[]): Page {
  const text = events.map((event) => JSON.stringify(event)).join(',');
  return { session, first, count: events.length, at: events[0]?.seenAt ?? 0, text, sum: checksum(text) };
}

/** A page's events as JSON objects joined by commas; null when the page was torn or altered. */
export const textOf = (page: Page): string | null => (checksum(page.text) === page.sum ? page.text : null);

/** The events of a page with their seq; null when the page was torn or altered. */
export function unpackPage(page: Page): LoggedEvent[] | null {
  if (checksum(page.text) !== page.sum) return null;
  const events = JSON.parse(`[${page.text}]`) as LoggedEvent[];
  for (let i = 0; i < events.length; i++) events[i]!.seq = page.first + i;
  return events;
}

/** Joins neighbours into pages of up to `fullPage` events; an unsound page stays as it is, alone. */
export function joinPages(pages: readonly Page[]): Page[] {
  const joined: Page[] = [];
  let run: Page[] = [];
  const close = () => {
    const [first] = run;
    if (!first) return;
    const text = run.map((page) => page.text).join(',');
    const count = run.reduce((sum, page) => sum + page.count, 0);
    joined.push(run.length === 1 ? first : { ...first, text, count, sum: checksum(text) });
    run = [];
  };
  let held = 0;
  for (const page of pages) {
    const isSound = checksum(page.text) === page.sum;
    if (!isSound || held + page.count > fullPage) {
      close();
      held = 0;
    }
    if (isSound) run.push(page);
    else joined.push(page);
    held = isSound ? held + page.count : 0;
  }
  close();
  return joined;
}
