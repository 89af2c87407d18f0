import { afterNoise, type Folded, picture } from '../text/fold.ts';
import { isBreath, isHan } from '../text/marks.ts';
import type { Voices } from '../text/voices.ts';
import { standsAlone } from './doubts.ts';
import type { Guard } from './guard.ts';
import { addWritten, createOpenings, type Openings } from './openings.ts';
import type { Ordinary } from './ordinary.ts';
import { isLetter, isVeiled, isWritten, markPlaces } from './places.ts';
import { createIsToken } from './suspects.ts';
import { addToken, clearTokens, createTokens, type Tokens } from './tokens.ts';
import { createTrie } from './trie.ts';
import type { VeiledReader } from './veiled.ts';

/** How a word may be veiled: not at all, by sound and shape, or by one initial too. */
export type Veils = 'never' | 'sounds' | 'initials';

/** How a word is known; 0 is not at all. */
const knownAs: Readonly<Record<Veils, number>> = { never: 1, sounds: 2, initials: 3 };

/** Reads every word that it knows at every place of a text. */
export interface WordReader {
  /** what was read last */
  readonly tokens: Tokens;
  /** how its words begin, made for so many words */
  openings: Openings;
  room: number;
  /** Makes room for so many words. */
  reserve(room: number): void;
  /** Makes a word of the lexicon readable, in veiled spellings too if it can be. */
  learn(word: number, veils: Veils): void;
  /** Reads a text; of veiled spellings only those of words that `veilable` names. */
  read(text: Folded, veilable: Uint8Array): void;
  /** Whether a token of the text is one: a suspected word may turn out to be a common one. */
  isToken(token: number): boolean;
}

/** Knows no word at first. */
export function createWordReader(
  words: readonly string[],
  voices: Voices,
  veiled: VeiledReader,
  ordinary: Ordinary,
  guard: Guard,
): WordReader {
  const trie = createTrie();
  const tokens = createTokens();
  // by word, as in `knownAs`
  let known = new Uint8Array(512);
  let count = 0;
  // by letter: the word that it is, or -1
  const letters = new Int32Array(0x10000).fill(-1);
  let marks = new Uint8Array(512);
  let text: Folded;
  const isToken = createIsToken(ordinary);
  const reader: WordReader = {
    tokens,
    openings: createOpenings(0, voices),
    room: 0,
    reserve,
    learn,
    read,
    isToken: (token) => isToken(tokens, token, text),
  };
  return reader;

  function reserve(room: number): void {
    if (room <= reader.room) return;
    reader.room = 2 ** Math.ceil(Math.log2(Math.max(room, 512)));
    reader.openings = createOpenings(reader.room, voices);
    for (let word = 0; word < known.length; word++)
      if (known[word] !== 0) addOpenings(word, known[word] !== knownAs.never);
  }

  function learn(word: number, veils: Veils): void {
    if (word >= known.length) {
      const fewer = known;
      known = new Uint8Array(Math.max(words.length, 2 * word));
      known.set(fewer);
    }
    const before = known[word]!;
    if (before > knownAs.never || before === knownAs[veils]) return;
    if (before === 0) {
      addWord(word);
      count++;
    }
    reserve(count);
    known[word] = knownAs[veils];
    addOpenings(word, veils !== 'never');
    if (veils !== 'never') veiled.add(word, words[word]!, veils === 'initials');
  }

  function addWord(word: number): void {
    const spelling = words[word]!;
    if (spelling.length === 1) letters[spelling.charCodeAt(0)] = word;
    else trie.put(trie.addText(spelling), word);
  }

  function addOpenings(word: number, isVeilable: boolean): void {
    addWritten(reader.openings, words[word]!, voices);
    if (isVeilable) veiled.addOpening(reader.openings, words[word]!);
  }

  function read(opened: Folded, veilable: Uint8Array): void {
    text = opened;
    const { length } = text;
    clearTokens(tokens, length);
    if (count === 0) return;
    if (marks.length <= length) marks = new Uint8Array(length * 2);
    markPlaces(text, reader.openings, voices, marks);
    for (let at = 0; at < length; at++) {
      tokens.first[at] = tokens.count;
      const mark = marks[at]!;
      if (mark === 0) continue;
      if (mark & isLetter) takeLetter(at);
      if (mark & isWritten) readWritten(at);
      if (mark & isVeiled) veiled.read(text, at, tokens, veilable);
    }
    tokens.first[length] = tokens.count;
  }

  function takeLetter(at: number): void {
    const code = text.codes[at]!;
    if (isHan(code)) addToken(tokens, letters[code]!, at, at + 1, 0);
    else take(letters[code]!, at, at + 1);
  }

  /** Reads words of several letters. */
  function readWritten(position: number): void {
    const { codes, length } = text;
    let node = trie.step(0, codes[position]!);
    let doubled = 0;
    for (let at = position + 1; at < length && node !== -1; at++) {
      const next = trie.step(node, codes[at]!);
      if (next === -1) {
        // 稳❤赚
        if (text.flags[at]! & picture) continue;
        // 最最高级, 治啊啊疗: a letter said twice, a breath drawn
        const isSaidTwice =
          codes[at] === codes[at - 1] || (isBreath(codes[at]!) && codes[at] === codes[at + 1]);
        if (!isSaidTwice || ++doubled > 3) return;
        continue;
      }
      node = next;
      const word = trie.valueAt(node);
      if (word !== -1) take(word, position, at + 1);
    }
  }

  function take(word: number, start: number, end: number): void {
    if (!standsAlone(text, start, end) || !guard(word, text, start, end)) return;
    const isSplit = end - start === 2 && text.flags[start + 1]! & afterNoise;
    if (isSplit && ordinary.parts(text, start + 1)) return;
    addToken(tokens, word, start, end, 0);
  }
}
