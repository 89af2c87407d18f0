import type { Folded } from '../text/fold.ts';
import type { Lexicon } from './lexicon.ts';
import type { Pattern, Step } from './pattern.ts';
import { createSpotter } from './spotter.ts';
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
  /** First and last place where a pattern that it may hold can begin. */
  firstPlace(pattern: Pattern): number;
  lastPlace(pattern: Pattern): number;
  isOf(word: number, group: number): boolean;
  /** Whether a suspected word is one at all. */
  isToken(token: number): boolean;
}

/** Words that join the lexicon later belong to no class. */
export function createReader(lexicon: Lexicon, words: WordReader): Reader {
  const spotter = createSpotter(new Set(lexicon.members.keys()), lexicon);
  const { tokens } = words;
  let isRead = false;
  let isSpotted = false;

  const reader: Reader = {
    text: undefined as unknown as Folded,
    veilable: new Uint8Array(),
    tokens,
    open,
    read,
    mayHold,
    firstPlace: ({ steps: [first] }) => (leads(first!) ? spotter.firstOf(first!.group) : 0),
    lastPlace: ({ steps: [first] }) => (leads(first!) ? spotter.lastOf(first!.group) : reader.text.length),
    isOf: spotter.isOf,
    isToken: words.isToken,
  };
  return reader;

  function open(text: Folded, veilable: Uint8Array): void {
    reader.text = text;
    reader.veilable = veilable;
    isRead = false;
    isSpotted = false;
  }

  function read(): void {
    if (isRead) return;
    isRead = true;
    words.read(reader.text, reader.veilable);
  }

  function mayHold({ groups }: Pattern): boolean {
    // classes of all words are many, so that they wait until the first pattern asks
    if (!isSpotted) {
      read();
      spotter.spot(tokens);
      isSpotted = true;
    }
    let least = 0;
    for (let index = 0; index < groups.length; index++) {
      const group = groups[index]!;
      if (!spotter.has(group)) return false;
      least = Math.max(least, spotter.firstOf(group));
      if (spotter.lastOf(group) < least) return false;
      least++;
    }
    return true;
  }
}

/** Whether a pattern begins where a word of its first step does. */
const leads = ({ kind, gap }: Step): boolean => kind === 'words' && gap === 0;
