import { concepts } from './concepts.ts';
import { fold } from './fold.ts';
import { segment } from './segment.ts';
import type { Term } from './sense.ts';

/** What says little by itself, and what nobody wants to see written large. */
const silent: ReadonlySet<string> = new Set([
  'ask',
  'neg',
  'weak',
  'noise',
  'degree',
  'greeting',
  'vote',
  'abuse',
  'spam',
  'injection',
  'time',
]);
/** The lexicon counts these as meaning something; as hot words they tell nothing. */
const empty: ReadonlySet<string> = new Set('还是 还有 看看 哈哈 收到 名字'.split(' '));
/** Characters that no phrase covers make a word of at most so many. */
const longestUnknown = 4;

/** A comment as words. */
export interface Words {
  /** each once, in the lexicon's spelling; stop words and lone characters left out */
  all: string[];
  /** of them, those that name kinds of goods */
  goods: string[];
}

/**
 * The words of a comment that are worth counting.
 *
 * @param names words of the products on sale, which no lexicon knows
 */
export const wordsOf = (text: string, names: ReadonlySet<string> = none): Words =>
  wordsIn(segment(fold(text).text), names);

/** The same for a comment that is already taken apart. */
export function wordsIn(pieces: readonly Term[], names: ReadonlySet<string> = none): Words {
  const all = new Set<string>();
  const goods = new Set<string>();
  let run = '';
  const flush = () => {
    if (run.length > 1) addUnknown(run, names, all);
    run = '';
  };
  for (const { concept, text: piece } of pieces) {
    if (concept < 0 && !isCode.test(piece)) {
      run += piece;
      continue;
    }
    flush();
    const group = concept < 0 ? '' : concepts[concept]!.group;
    if (piece.length < 2 || silent.has(group) || empty.has(piece) || isNumber.test(piece)) continue;
    all.add(piece);
    if (group === 'goods') goods.add(piece);
  }
  flush();
  return { all: [...all], goods: [...goods] };
}

/** The words of product names: what the lexicon knows as goods, and what it does not know at all. */
export function nameWords(titles: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const title of titles) {
    let run = '';
    for (const { concept, text } of [...segment(fold(title).text), end]) {
      if (concept < 0 && !isCode.test(text)) {
        run += text;
        continue;
      }
      if (run.length > 1) names.add(run);
      run = '';
    }
  }
  return names;
}

const end = { concept: 0, text: '' };
const none: ReadonlySet<string> = new Set();
const isCode = /^[a-z\d]+$/;
const isNumber = /^\d+$/;

function addUnknown(run: string, names: ReadonlySet<string>, words: Set<string>): void {
  const named = [...names].filter((name) => run.includes(name));
  for (const name of named) words.add(name);
  if (named.length === 0 && run.length <= longestUnknown && !isRepeated.test(run) && !empty.has(run))
    words.add(run);
}

/** 哈哈哈哈, 啊啊啊 */
const isRepeated = /^(.)\1+$/;
