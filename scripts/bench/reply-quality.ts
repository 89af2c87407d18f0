import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBoard, placeQuestion } from '../../lib/reply/board.ts';
import { createLibrary, type Library } from '../../lib/reply/library.ts';
import { readComment } from '../../lib/reply/read.ts';
import type { Product } from '../../lib/reply/script-file.ts';
import { settleIntent } from '../../lib/reply/settle.ts';
import type { Intent, Script } from '../../lib/reply/types.ts';

/**
 * `fresh` and `last` are for retrieval only, in other trades. `open` and `sealed` share one library of twenty
 * products: the comments of ten were looked at while tuning, those of the other ten never. `unseen` is instruments
 * and farm supplies, written whole before the search was built anew, and measured before and after. `known` (garden,
 * stationery) and `blind` (fitness, pets) share a library, written before the everyday words were: the first was
 * looked at while tuning, the second never. `wide` and `far` are other trades, most of it in words that no example has:
 * of the second no miss was looked at, but its writer wrote cues later. `cool` (carriers, fresh food, chargers, jewels)
 * was written before the cues that its misses led to, `chill` (wigs, chairs, coffee …) after them and before it was read.
 */
export type Part =
  | 'dev'
  | 'held'
  | 'fresh'
  | 'last'
  | 'open'
  | 'sealed'
  | 'unseen'
  | 'known'
  | 'blind'
  | 'wide'
  | 'far'
  | 'cool'
  | 'chill';

/** Shares from 0 to 1, each with the cases that went wrong. */
export interface Quality {
  figures: Record<string, number>;
  misses: Record<string, string[]>;
}

const sets = join(import.meta.dirname, '../../tests/lib/reply/sets');
const rows = (name: string): string[][] =>
  readFileSync(join(sets, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('|'));

/** All labelled comments and queries, as a room to measure speed on. */
export const readTexts = (): string[] =>
  ['comments.dev.txt', 'comments.held.txt', 'queries.dev.txt', 'queries.held.txt'].flatMap((name) =>
    rows(name).map((row) => row[1]!),
  );

/** Intent and question figures on labelled comments. */
export function scoreComments(part: Part): Quality {
  let right = 0;
  let asked = 0;
  let found = 0;
  let claimed = 0;
  const misses: Quality['misses'] = { intent: [], missed: [], claimed: [] };
  const list = rows(`comments.${part}.txt`);
  for (const [label, text] of list as [string, string][]) {
    const intent = label.slice(0, -1);
    const isQuestion = label.endsWith('?');
    const reading = readComment(text);
    if (reading.intent === intent) right++;
    else misses.intent!.push(`${text}: ${intent}, read ${reading.intent}`);
    if (isQuestion) asked++;
    if (reading.isQuestion) claimed++;
    if (isQuestion && reading.isQuestion) found++;
    if (isQuestion && !reading.isQuestion) misses.missed!.push(text);
    if (!isQuestion && reading.isQuestion) misses.claimed!.push(text);
  }
  return {
    figures: {
      intent: right / list.length,
      questionRecall: found / asked,
      questionPrecision: found / claimed,
    },
    misses,
  };
}

/** The share of comments whose intent is right once the library of their part may settle it. */
export function scoreSettled(part: Part): number {
  const { scripts, products } = readLibrary(part);
  const library = createLibrary(scripts, products);
  const list = rows(`comments.${part}.txt`) as [string, string][];
  const right = list.filter(([label, text]) => {
    const reading = readComment(text);
    return settleIntent(text, reading, library.search(text, reading)[0]) === label.slice(0, -1);
  });
  return right.length / list.length;
}

/** Merging figures on labelled pairs; `opposites` and `slots` count what must never be merged. */
export function scorePairs(part: Part): Quality {
  const misses: Quality['misses'] = { same: [], wrong: [] };
  const count = { same: 0, merged: 0, wrong: 0, opp: 0, slot: 0 };
  for (const [label, a, b] of rows(`pairs.${part}.txt`) as [string, string, string][]) {
    const board = createBoard();
    placeQuestion(board, { id: 'a', text: a, at: 0 });
    const together = placeQuestion(board, { id: 'b', text: b, at: 1000 }) === 'a';
    if (label === 'same') {
      count.same++;
      if (together) count.merged++;
      else misses.same!.push(`${a} · ${b}`);
    } else if (together) {
      count.wrong++;
      if (label === 'opp' || label === 'slot') count[label]++;
      misses.wrong!.push(`${label}: ${a} · ${b}`);
    }
  }
  return {
    figures: {
      pairPrecision: count.merged / (count.merged + count.wrong),
      pairRecall: count.merged / count.same,
      oppositesMerged: count.opp,
      slotsMerged: count.slot,
    },
    misses,
  };
}

const libraryFiles: Readonly<Record<Part, string>> = {
  dev: 'library.txt',
  held: 'library.txt',
  fresh: 'library.fresh.txt',
  last: 'library.last.txt',
  open: 'library.cold.txt',
  sealed: 'library.cold.txt',
  unseen: 'library.unseen.txt',
  known: 'library.blind.txt',
  blind: 'library.blind.txt',
  wide: 'library.wide.txt',
  far: 'library.far.txt',
  cool: 'library.cool.txt',
  chill: 'library.chill.txt',
};

const productFiles: Readonly<Partial<Record<Part, string>>> = {
  open: 'products.cold.txt',
  sealed: 'products.cold.txt',
  unseen: 'products.unseen.txt',
  known: 'products.blind.txt',
  blind: 'products.blind.txt',
  wide: 'products.wide.txt',
  far: 'products.far.txt',
  cool: 'products.cool.txt',
  chill: 'products.chill.txt',
};

/** The scripts and products that the queries of a part are asked of. */
export function readLibrary(part: Part): { scripts: Script[]; products: Product[] } {
  const scripts = (rows(libraryFiles[part]) as [string, string, string, string, string][]).map(
    ([id, intent, product, text, examples]): Script => ({
      id,
      intent: intent as Intent,
      scene: 'conversion',
      text,
      examples: examples.split(';'),
      ...(product ? { product } : {}),
    }),
  );
  const file = productFiles[part];
  const products = file ? rows(file) : [];
  return {
    scripts,
    products: (products as [string, string, string][]).map(([id, names, link]) => ({ id, names, link })),
  };
}

/**
 * What is asked, with the id of its reply, `-` where no reply of the library is one; with a product's id where it is
 * asked while only that one is shown.
 */
export const readQueries = (part: Part): [string, string, string?][] =>
  rows(`queries.${part}.txt`) as [string, string, string?][];

/** By product on show: the general replies and its own; by none: all. */
function openRooms(part: Part): (shown: string | undefined) => Library {
  const { scripts, products } = readLibrary(part);
  const rooms = new Map<string | undefined, Library>();
  return (shown) => {
    const known = rooms.get(shown);
    if (known) return known;
    const isShown = (product: string | undefined) => !shown || !product || product === shown;
    const library = createLibrary(
      scripts.filter(({ product }) => isShown(product)),
      products.filter(({ id }) => isShown(id)),
    );
    rooms.set(shown, library);
    return library;
  };
}

/** Retrieval figures among 200 replies of twenty products, or some seventy of other trades. */
export function scoreRetrieval(part: Part): Quality {
  const room = openRooms(part);
  const count = { known: 0, first: 0, three: 0, silent: 0, unknown: 0, abstained: 0 };
  const misses: Quality['misses'] = { known: [], unknown: [] };
  for (const [id, text, shown] of readQueries(part)) {
    const matches = room(shown).search(text, readComment(text), 3);
    const told = matches.map(({ script, score }) => `${script.id} ${score.toFixed(2)}`).join(', ');
    if (id === '-') {
      count.unknown++;
      if (matches.length === 0) count.abstained++;
      else misses.unknown!.push(`${text}: ${told}`);
      continue;
    }
    count.known++;
    if (matches.length === 0) count.silent++;
    if (matches[0]?.script.id === id) count.first++;
    else misses.known!.push(`${text}: ${id}, found ${told}`);
    if (matches.some(({ script }) => script.id === id)) count.three++;
  }
  return {
    figures: {
      replyFirst: count.first / count.known,
      replyInThree: count.three / count.known,
      nobodyKnowsRight: count.abstained / count.unknown,
      nobodyKnowsWrong: count.silent / count.known,
    },
    misses,
  };
}
