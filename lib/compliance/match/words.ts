import type { Folded } from '../text/fold.ts';
import { isDigit, isLatin } from '../text/marks.ts';
import type { Voices } from '../text/voices.ts';
import type { Lexicon } from './lexicon.ts';
import { addWritten, createOpenings } from './openings.ts';
import { isLetter, isVeiled, isWritten, markPlaces } from './places.ts';
import { addToken, clearTokens, type Tokens } from './tokens.ts';
import type { VeiledReader } from './veiled.ts';

/** Reads every word at every place of a text. */
export interface WordReader {
  /** Makes a word of the lexicon readable; `veiled`: in veiled spellings too. */
  learn(word: number, veiled: boolean): void;
  /** Fills `tokens`; of veiled spellings only those of words that `veilable` names. */
  read(text: Folded, tokens: Tokens, veilable: Uint8Array): void;
}

/** Knows no word at first. */
export function createWordReader(lexicon: Lexicon, voices: Voices, veiled: VeiledReader): WordReader {
  const { trie, words } = lexicon;
  let room = words.length;
  let openings = createOpenings(room);
  // by word
  const known: ('written' | 'veiled')[] = [];
  /** by letter: the word that it is, or -1 */
  const letters = new Int32Array(0x10000).fill(-1);
  let marks = new Uint8Array(512);
  let text: Folded;
  let tokens: Tokens;
  return { learn, read };

  function learn(word: number, isVeiled: boolean): void {
    known[word] = isVeiled || known[word] === 'veiled' ? 'veiled' : 'written';
    if (words.length > room) rebuild();
    else addOpenings(word);
  }

  function rebuild(): void {
    room = words.length * 2;
    openings = createOpenings(room);
    for (let word = 0; word < known.length; word++) if (known[word]) addOpenings(word);
  }

  function addOpenings(word: number): void {
    if (words[word]!.length === 1) letters[words[word]!.charCodeAt(0)] = word;
    addWritten(openings, words[word]!, voices);
    if (known[word] === 'veiled') veiled.addOpening(openings, words[word]!);
  }

  function read(opened: Folded, into: Tokens, veilable: Uint8Array): void {
    text = opened;
    tokens = into;
    const { length } = text;
    clearTokens(tokens, length);
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
