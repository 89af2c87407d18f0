import type { LiveEvent, LoggedEvent } from '../model.ts';
import type { LoosePage, Page } from './database.ts';
import { unzipBytes, zip } from './pack.ts';

/** Events a page holds once it is joined; larger pages make seeking slower. */
const fullPage = 1000;

/** 32-bit FNV-1a over UTF-16 units: finds a torn or altered page, is no proof against a forger. */
function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A page of events that follow each other; `first` is the seq of the first. */
export function makePage(session: string, first: number, events: readonly LiveEvent[]): LoosePage {
  const spelled = events.map((event) => JSON.stringify(event));
  return pageOf(session, first, events[0]?.seenAt ?? 0, spelled);
}

/** The same of events that are JSON already, the first of which was seen at `at` (ms epoch). */
export function pageOf(session: string, first: number, at: number, spelled: readonly string[]): LoosePage {
  const text = spelled.join(',');
  return { session, first, count: spelled.length, at, text, sum: checksum(text) };
}

/** A page's events as JSON objects joined by commas, packed or not; null when the page was torn or altered. */
export async function textOf(page: Page): Promise<string | null> {
  if (!isPacked(page)) return checksum(page.text) === page.sum ? page.text : null;
  // bytes are summed up three times as fast as a string
  const bytes = await bytesOf(page);
  return bytes && new TextDecoder().decode(bytes);
}

/** The same as UTF-8, for who only hands it on. */
export async function bytesOf(page: Page): Promise<Uint8Array | null> {
  if (!isPacked(page)) return checksum(page.text) === page.sum ? new TextEncoder().encode(page.text) : null;
  const bytes = await unzipBytes(page.gzip).catch(() => null);
  return bytes !== null && checksumOfUtf8(bytes) === page.sum ? bytes : null;
}

/** The checksum that the bytes' text has. */
function checksumOfUtf8(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; ) {
    let unit = bytes[i++]!;
    if (unit >= 0xf0) {
      const more = (bytes[i++]! & 63) * 4096 + (bytes[i++]! & 63) * 64 + (bytes[i++]! & 63);
      const beyond = (unit & 7) * 0x40000 + more - 0x10000;
      hash = Math.imul(hash ^ (0xd800 + (beyond >> 10)), 0x01000193);
      unit = 0xdc00 + (beyond & 0x3ff);
    } else if (unit >= 0xe0) unit = (unit & 15) * 4096 + (bytes[i++]! & 63) * 64 + (bytes[i++]! & 63);
    else if (unit >= 0xc0) unit = (unit & 31) * 64 + (bytes[i++]! & 63);
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash >>> 0;
}

/** The events of a page with their seq; null when the page was torn or altered. */
export async function eventsOf(page: Page): Promise<LoggedEvent[] | null> {
  const text = await textOf(page);
  if (text === null) return null;
  const events = JSON.parse(`[${text}]`) as LoggedEvent[];
  for (let i = 0; i < events.length; i++) events[i]!.seq = page.first + i;
  return events;
}

/** Joins neighbours into pages of up to `fullPage` events; an unsound page stays as it is, alone. */
export function joinPages(pages: readonly LoosePage[]): LoosePage[] {
  const joined: LoosePage[] = [];
  let run: LoosePage[] = [];
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

/** Joins and packs neighbours that rest. A page that cannot be read, and a packed one that is full, stay as they are. */
export async function packPages(pages: readonly Page[]): Promise<Page[]> {
  const packed: Page[] = [];
  let run: LoosePage[] = [];
  const close = async () => {
    for (const page of joinPages(run))
      packed.push(pages.find((old) => isPacked(old) && isSame(old, page)) ?? (await packPage(page)));
    run = [];
  };
  for (const page of pages) {
    const loose = isPacked(page) && page.count >= fullPage ? null : await loosen(page);
    if (loose) {
      run.push(loose);
      continue;
    }
    await close();
    packed.push(page);
  }
  await close();
  return packed;
}

export const isPacked = (page: Page): page is Exclude<Page, LoosePage> => 'gzip' in page;

/** The same events, packed or not. */
export const isSame = (one: Page, other: Page): boolean =>
  one.first === other.first && one.count === other.count && one.sum === other.sum;

async function loosen(page: Page): Promise<LoosePage | null> {
  if (!isPacked(page)) return page;
  const { gzip: _, ...head } = page;
  const text = await textOf(page);
  return text === null ? null : { ...head, text };
}

/** The same page, packed; an unsound one is left for whoever may still read something in it. */
export async function packPage(page: LoosePage): Promise<Page> {
  const { text, ...head } = page;
  return checksum(text) === page.sum ? { ...head, gzip: await zip(text) } : page;
}
