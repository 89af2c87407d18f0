import { mostKinds, type Voices } from '../text/voices.ts';
import { hash, kindsHash, pairHash, pairOf, set } from './bits.ts';

/**
 * How words begin, in bitmaps: what is not in them begins nowhere, and few other beginnings pass. Of a veiled
 * word one letter is always written as it is, else nobody could read it; so its first letters tell enough.
 */
export interface Openings {
  /** by letter: its kind, whether it is odd, a word, or sounds like one */
  letters: Uint16Array;
  /** kinds of the first two letters */
  kinds: Uint32Array;
  /** hashes of two letters that are a word or sound like one */
  pairs: Uint32Array;
  pairShift: number;
  /** hashes of the first three kinds of letters */
  triples: Uint32Array;
  tripleShift: number;
  /** hashes of two or three letters as they are written */
  written: Uint32Array;
  writtenShift: number;
  /** hashes of two to four letters by their sound, all or all but one */
  veiled: Uint32Array;
  veiledShift: number;
  /** by letter: a word that may be veiled holds it; at 0, whether there is any */
  wanted: Uint8Array;
  /** by letter: a word holds it as it is written */
  known: Uint8Array;
}

/** Of letters that are a word, and that sound like one that is known by its sound alone. */
export const isLetterWord = 1 << 9;
export const isLoneSound = 1 << 11;

/** Tells a letter from a sound. */
export const asWritten = 0x10000;
/** Tells two letters that are a whole word. */
export const isWhole = 0x20000;

/** Room for about so many words; more only let more chance beginnings pass. */
export function createOpenings(words: number, { letters }: Voices): Openings {
  const bitsFor = (entries: number): number => Math.min(22, Math.max(12, Math.ceil(Math.log2(entries + 1))));
  const bitmap = (bits: number): Uint32Array => new Uint32Array(1 << (bits - 5));
  const pairBits = bitsFor(words * 32);
  const tripleBits = bitsFor(words * 32);
  const writtenBits = bitsFor(words * 32);
  const veiledBits = bitsFor(words * 64);
  return {
    letters: letters.slice(),
    kinds: new Uint32Array((mostKinds * mostKinds) >>> 5),
    pairs: bitmap(pairBits),
    pairShift: 32 - pairBits,
    triples: bitmap(tripleBits),
    tripleShift: 32 - tripleBits,
    written: bitmap(writtenBits),
    writtenShift: 32 - writtenBits,
    veiled: bitmap(veiledBits),
    veiledShift: 32 - veiledBits,
    wanted: new Uint8Array(0x10000),
    known: new Uint8Array(0x10000),
  };
}

/** Adds a word as it is written. */
export function addWritten(openings: Openings, word: string, { kind }: Voices): void {
  for (let at = 0; at < word.length; at++) openings.known[word.charCodeAt(at)] = 1;
  const first = word.charCodeAt(0);
  if (word.length === 1) {
    openings.letters[first]! |= isLetterWord;
    return;
  }
  const second = word.charCodeAt(1);
  set(openings.kinds, pairOf(kind[first]!, kind[second]!));
  set(openings.written, hash(first, second, 0) >>> openings.writtenShift);
  if (word.length === 2) {
    addParts(openings, first, second);
    return;
  }
  const third = word.charCodeAt(2);
  set(openings.written, hash(first, second, third) >>> openings.writtenShift);
  set(openings.triples, triplePlace(openings, kind[first]!, kind[second]!, kind[third]!));
}

/** Adds two letters that are a word, or stand for the first one of a word. */
export function addParts(openings: Openings, first: number, second: number): void {
  set(openings.pairs, pairHash(first, second) >>> openings.pairShift);
  set(openings.written, hash(second, first, isWhole) >>> openings.writtenShift);
}

export const triplePlace = ({ tripleShift }: Openings, one: number, two: number, three: number): number =>
  kindsHash((pairOf(one, two) << 9) | three) >>> tripleShift;
