import type { Folded } from '../text/fold.ts';
import { isDigit, isLatin } from '../text/marks.ts';
import type { Voices } from '../text/voices.ts';
import { addWritten, createOpenings } from './openings.ts';
import { isLetter, isVeiled, isWritten, markPlaces } from './places.ts';
import { addToken, clearTokens, createTokens, type Tokens } from './tokens.ts';
import { createTrie } from './trie.ts';
import type { VeiledReader } from './veiled.ts';

/** Reads every word that it knows at every place of a text. */
export interface WordReader {
  /** what was read last */
  readonly tokens: Tokens;
  /** Makes a word of the lexicon readable; `veiled`: in veiled spellings too. */
  learn(word: number, veiled: boolean): void;
  /** Reads a text; of veiled spellings only those of words that `veilable` names. */
  read(text: Folded, veilable: Uint8Array): void;
}

/** Knows no word at first; `room` is about how many it will know. */
export function createWordReader(
  words: readonly string[],
  room: number,
  voices: Voices,
  veiled: VeiledReader,
): WordReader {
  const trie = createTrie();
  const tokens = createTokens();
  let openings = createOpenings(room);
  // by word, 2 when it may be veiled
  const known = new Map<number, 1 | 2>();
  /** by letter: the word that it is, or -1 */
  const letters = new Int32Array(0x10000).fill(-1);
  let marks = new Uint8Array(512);
  let text: Folded;
  return { tokens, learn, read };

  function learn(word: number, isVeiled: boolean): void {
    const before = known.get(word);
    if (before === 2 || (before && !isVeiled)) return;
    known.set(word, isVeiled ? 2 : 1);
    if (!before) add(word);
    if (known.size > room) rebuild();
    else addOpenings(word);
  }

  function add(word: number): void {
    const spelling = words[word]!;
    if (spelling.length === 1) letters[spelling.charCodeAt(0)] = word;
    else trie.put(trie.add(Array.from(spelling, (_, at) => spelling.charCodeAt(at))), word);
  }

  function rebuild(): void {
    room = known.size * 4;
    openings = createOpenings(room);
    for (const word of known.keys()) addOpenings(word);
  }

  function addOpenings(word: number): void {
    addWritten(openings, words[word]!, voices);
    if (known.get(word) === 2) veiled.addOpening(openings, words[word]!);
  }

  function read(opened: Folded, veilable: Uint8Array): void {
    text = opened;
    const { length } = text;
    clearTokens(tokens, length);
    if (known.size === 0) return;
    if (marks.length <= length) marks = new Uint8Array(length * 2);
    markPlaces(text, openings, voices, marks);
    for (let at = 0; at < length; at++) {
      tokens.first[at] = tokens.count;
      const mark = marks[at]!;
      if (mark === 0) continue;
      if (mark & isLetter) take(letters[text.codes[at]!]!, at, at + 1);
      if (mark & isWritten) readWritten(at);
      if (mark & isVeiled) veiled.read(text, at, tokens, veilable);
    }
    tokens.first[length] = tokens.count;
  }

  /** Reads words of several letters. */
  function readWritten(position: number): void {
    const { codes, length } = text;
    let node = trie.step(0, codes[position]!);
    let doubled = 0;
    for (let at = position + 1; at < length && node !== -1; at++) {
      const next = trie.step(node, codes[at]!);
      if (next === -1) {
        // 最最高级: a letter said twice
        if (codes[at] !== codes[at - 1] || ++doubled > 3) return;
        continue;
      }
      node = next;
      const word = trie.valueAt(node);
      if (word !== -1) take(word, position, at + 1);
    }
  }

  function take(word: number, start: number, end: number): void {
    if (standsAlone(start, end)) addToken(tokens, word, start, end, 0);
  }

  /** Latin words and numbers must not be parts of longer ones. */
  function standsAlone(start: number, end: number): boolean {
    return !(start > 0 && isWithin(start)) && !(end < text.length && isWithin(end));
  }

  function isWithin(at: number): boolean {
    const { codes, starts, ends } = text;
    return sameRun(codes[at - 1]!, codes[at]!) && starts[at] === ends[at - 1];
  }
}

const sameRun = (a: number, b: number): boolean => (isDigit(a) && isDigit(b)) || (isLatin(a) && isLatin(b));
