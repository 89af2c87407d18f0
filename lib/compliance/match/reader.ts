import type { Folded } from '../text/fold.ts';
import { classesByWord } from './classes.ts';
import type { Lexicon } from './lexicon.ts';
import type { Pattern } from './pattern.ts';
import type { Tokens } from './tokens.ts';
import type { WordReader } from './words.ts';

/** Holds one text after the other open: the words of the rules in it, and the classes that they are of. */
export interface Reader {
  text: Folded;
  /** by word: 1 where it is read in veiled spellings too */
  veilable: Uint8Array;
  readonly tokens: Tokens;
  /** Turns to another text. */
  open(text: Folded, veilable: Uint8Array): void;
  /** Reads the words, once a text: to be called before any of the rest is asked. */
  read(): void;
  /** Whether the text holds words of all classes of a pattern, in its order. */
  mayHold(pattern: Pattern): boolean;
  /** Places between which words of a class begin, when a pattern that holds it may be held. */
  firstOf(group: number): number;
  lastOf(group: number): number;
  isOf(word: number, group: number): boolean;
}

/** Words that join the lexicon later belong to no class. */
export function createReader(lexicon: Lexicon, words: WordReader): Reader {
  const { members } = lexicon;
  const { offsets, classes } = classesByWord(members.keys(), members, lexicon.words.length);
  const known = offsets.length - 1;
  const { tokens } = words;
  // by class side by side: the turn in which it was seen, where first and where last
  const seen = new Int32Array(members.length * 4);
  let turn = 0;
  let isRead = false;
  let isMarked = false;

  const reader: Reader = {
    text: undefined as unknown as Folded,
    veilable: new Uint8Array(),
    tokens,
    open,
    read,
    mayHold,
    firstOf: (group) => seen[group * 4 + 1]!,
    lastOf: (group) => seen[group * 4 + 2]!,
    isOf,
  };
  return reader;

  function open(text: Folded, veilable: Uint8Array): void {
    reader.text = text;
    reader.veilable = veilable;
    isRead = false;
    isMarked = false;
  }

  function read(): void {
    if (isRead) return;
    isRead = true;
    words.read(reader.text, reader.veilable);
  }

  /** Marks the classes of all words: many, so that it waits until the first pattern asks. */
  function mark(): void {
    isMarked = true;
    read();
    turn++;
    const { word, start, count } = tokens;
    for (let token = 0; token < count; token++) {
      const id = word[token]!;
      if (id >= known) continue;
      const at = start[token]!;
      const last = offsets[id + 1]!;
      for (let index = offsets[id]!; index < last; index++) {
        const place = classes[index]! * 4;
        seen[place + 2] = at;
        if (seen[place] === turn) continue;
        seen[place] = turn;
        seen[place + 1] = at;
      }
    }
  }

  function mayHold({ groups }: Pattern): boolean {
    if (!isMarked) mark();
    let least = 0;
    for (let index = 0; index < groups.length; index++) {
      const place = groups[index]! * 4;
      if (seen[place] !== turn) return false;
      least = Math.max(least, seen[place + 1]!);
      if (seen[place + 2]! < least) return false;
      least++;
    }
    return true;
  }

  function isOf(word: number, group: number): boolean {
    if (word >= known) return false;
    const last = offsets[word + 1]!;
    for (let index = offsets[word]!; index < last; index++) if (classes[index] === group) return true;
    return false;
  }
}
