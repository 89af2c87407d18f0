import MiniSearch from 'minisearch';
import { openDatabase } from '../../lib/log/database.ts';
import { makePage, packPages } from '../../lib/log/page.ts';
import { readRuns, readSessions } from '../../lib/log/reader.ts';
import type { CommentEvent } from '../../lib/model.ts';
import { createRoomState } from '../../lib/room/fold.ts';
import { breathe } from '../../lib/search/breathe.ts';
import { createLetters } from '../../lib/search/letters.ts';
import { parseQuery } from '../../lib/search/query.ts';
import { createSearch, type Found } from '../../lib/search/search.ts';
import { signMaker } from '../../lib/search/sign.ts';
import { createRandom, type Random } from '../../rehearsal/random.ts';
import { ended } from './ended.ts';
import { nightOf } from './night.ts';

export { parseSpeed } from './busy.ts';

const db = openDatabase();
const letters = createLetters();
const names = { platforms: {}, intents: {}, rules: {} };
const platforms = ['douyin', 'taobao', 'kuaishou'] as const;
const day = 86_400_000;
const newSearch = () => createSearch(db, letters, { breathe, now: () => performance.now() });
let search = newSearch();

/** Stores night `n`, packed and worked up. Gives the bytes of its signs. */
export async function fillNight(n: number, comments: number): Promise<number> {
  const from = Date.now() - (n + 1) * day;
  const platform = platforms[n % 3]!;
  const id = `night-${n}`;
  const night = nightOf({ platform, seed: n, from });
  const { make } = signMaker();
  const state = createRoomState();
  let bytes = 0;
  let last = from;
  for (let first = 0; first < comments; first += 1000) {
    const events = Array.from({ length: 1000 }, () => night.next().value as CommentEvent);
    last = events.at(-1)!.at;
    await db.pages.bulkPut(await packPages([makePage(id, first, events)]));
    const logged = events.map((event, i) => ({ ...event, seq: first + i }));
    const stretch = {
      session: id,
      first,
      count: 1000,
      events: logged,
      rows: [],
      turns: [],
      alarms: [],
      goods: state.goods,
      state,
    };
    const sign = (await make(stretch)) as { bytes: Uint8Array };
    bytes += sign.bytes.length;
    await db.table('signs').put(sign);
  }
  await db.sessions.put(ended(id, platform, { from, last, comments }));
  return bytes;
}

/** What people look for: parts of what was said, two words, names, filters, and what nobody ever said. */
export function queries(count: number): string[] {
  const random = createRandom(7, 'queries');
  const pool = nightOf({ seed: 3, from: Date.now() });
  const heard = Array.from({ length: 4000 }, () => pool.next().value as CommentEvent);
  const part = (length: number) => {
    const text = letters.of(random.pick(heard).text);
    return text.slice(random.int(Math.max(1, text.length - length)), 60).slice(0, length);
  };
  const kinds: ((random: Random) => string)[] = [
    () => part(2),
    () => part(3),
    () => part(4),
    () => part(6),
    () => part(8),
    // a letter wrong
    () => part(7).replace(/^(.{3})./, '$1某'),
    () => `"${part(5)}"`,
    () => `${part(2)} ${part(2)}`,
    () => `${part(3)} -${part(2)}`,
    () => `用户:${random.pick(heard).nick.slice(0, 3)}`,
    () => `${part(2)} 用户:${random.pick(heard).nick.slice(0, 2)}`,
    () => `${part(3)} 日期:近7天`,
    () => `意图:shipping ${part(2)}`,
    () => `平台:taobao ${part(3)}`,
    // nobody said it
    () => `${part(2)}鼗龘`,
    () => '鼗龘靐齉',
  ];
  return Array.from({ length: count }, (_, i) => kinds[i % kinds.length]!(random));
}

/** Ms until the index is in memory. */
export async function warm(): Promise<number> {
  search = newSearch();
  const began = performance.now();
  await search.warm(() => {});
  return performance.now() - began;
}

/** Ms to the first screen and to the end, and how many lines hold it exactly. */
export async function find(
  typed: string,
): Promise<{ first: number; all: number; exact: number; near: number }> {
  const began = performance.now();
  let first = 0;
  let found: Found | null = null;
  await search.find(parseQuery(typed, names, Date.now()), {
    limit: 20,
    isStale: () => false,
    onFound: (one) => {
      first ||= performance.now() - began;
      found = one;
    },
  });
  const { exact, near } = found as unknown as Found;
  return { first, all: performance.now() - began, exact, near: near ?? 0 };
}

/** Reads every event of every session and compares it: ms, and how many hold the word. */
export async function plainScan(word: string): Promise<{ ms: number; exact: number }> {
  const began = performance.now();
  const wanted = letters.of(word);
  let exact = 0;
  for (const { id } of await readSessions(db))
    for await (const { events } of readRuns(db, id))
      for (const event of events)
        if (event.kind === 'comment' && letters.of(event.text).includes(wanted)) exact++;
  return { ms: performance.now() - began, exact };
}

const pairs = (text: string): string[] => {
  const mine = letters.of(text);
  return mine.length < 2 ? [mine] : Array.from({ length: mine.length - 1 }, (_, i) => mine.slice(i, i + 2));
};
let mini: MiniSearch | null = null;

/** Fills a MiniSearch with comments by their pairs of letters until it has taken `most` ms or half a gigabyte. */
export async function fillMini(most: number): Promise<{ held: number; ms: number; bytes: number }> {
  mini = new MiniSearch({ fields: ['text'], tokenize: pairs, processTerm: (term) => term });
  const before = heap();
  const began = performance.now();
  const night = nightOf({ seed: 1, from: Date.now() });
  let held = 0;
  while (performance.now() - began < most && heap() - before < 500e6) {
    mini.addAll(
      Array.from({ length: 5000 }, () => ({ id: held++, text: (night.next().value as CommentEvent).text })),
    );
    await breathe();
  }
  return { held, ms: performance.now() - began, bytes: heap() - before };
}

/** Ms that MiniSearch takes for one query, all pairs wanted. */
export function findMini(typed: string): number {
  const began = performance.now();
  mini?.search(typed, { combineWith: 'AND' });
  return performance.now() - began;
}

/** Bytes of this page's JavaScript heap, swept first where the switch allows it. */
export function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
}
