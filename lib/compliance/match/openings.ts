import { mostKinds, type Voices } from '../text/voices.ts';

/**
 * How words begin, in bitmaps: what is not in them begins nowhere, and few other beginnings pass. Of a veiled
 * word one letter is always written as it is, else nobody could read it; so three letters tell enough.
 */
export interface Openings {
  /** letters that are words */
  letters: Uint8Array;
  /** by kind of letter: sounds that are enough alone */
  sounds: Uint8Array;
  /** the kinds of the first two letters, small enough to stay near */
  kinds: Uint32Array;
  /** hashes of the first two letters */
  written: Uint32Array;
  /** hashes of two or three letters, all but one or all of them by their sound */
  veiled: Uint32Array;
  /** how far hashes are shifted, so that each bitmap is no larger than its words need */
  writtenShift: number;
  veiledShift: number;
  /** words may be veiled */
  veils: boolean;
}

/** Tells a letter from a sound. */
const asWritten = 0x10000;

/** Room for about so many words; more only let more chance beginnings pass. */
export function createOpenings(words: number): Openings {
  const writtenBits = bitsFor(words * 24);
  const veiledBits = bitsFor(words * 100);
  return {
    letters: new Uint8Array(0x10000),
    sounds: new Uint8Array(mostKinds),
    kinds: new Uint32Array((mostKinds * mostKinds) >>> 5),
    written: new Uint32Array(1 << (writtenBits - 5)),
    veiled: new Uint32Array(1 << (veiledBits - 5)),
    writtenShift: 32 - writtenBits,
    veiledShift: 32 - veiledBits,
    veils: false,
  };
}

const bitsFor = (entries: number): number => Math.min(22, Math.max(10, Math.ceil(Math.log2(entries + 1))));

/** Adds a word as it is written. */
export function addWritten(openings: Openings, word: string, { kind }: Voices): void {
  const first = word.charCodeAt(0);
  if (word.length === 1) openings.letters[first] = 1;
  else addPair(openings, first, word.charCodeAt(1), kind);
}

/** Adds two letters that words, or characters in parts, begin with. */
export function addPair(openings: Openings, first: number, second: number, kind: Uint16Array): void {
  set(openings.kinds, kindsOf(kind[first]!, kind[second]!));
  set(openings.written, pairHash(first, second) >>> openings.writtenShift);
}

export function addSound(openings: Openings, sound: number): void {
  openings.sounds[sound] = 1;
  openings.veils = true;
}

/** One letter of a term: its code and what it may sound like, itself or a look-alike. */
export interface OpeningLetter {
  code: number;
  sounds: readonly number[];
}

/** Adds the veiled beginnings of a term of two letters, or the first three of a longer one. */
export function addVeiled(openings: Openings, letters: readonly OpeningLetter[]): void {
  const [first, second, third] = letters as [OpeningLetter, OpeningLetter, OpeningLetter | undefined];
  openings.veils = true;
  for (const three of third?.sounds ?? [0]) {
    for (const one of first.sounds) setVeiled(openings, hash(one, second.code | asWritten, three));
    for (const two of second.sounds) setVeiled(openings, hash(first.code | asWritten, two, three));
  }
  for (const one of first.sounds)
    for (const two of second.sounds) {
      set(openings.kinds, kindsOf(one, two));
      for (const three of third?.sounds ?? [0]) setVeiled(openings, hash(one, two, three));
      if (third) setVeiled(openings, hash(one, two, third.code | asWritten));
    }
}

export const hasKinds = ({ kinds }: Openings, first: number, second: number): boolean =>
  has(kinds, kindsOf(first, second));

export const hasWritten = ({ written, writtenShift }: Openings, first: number, second: number): boolean =>
  has(written, pairHash(first, second) >>> writtenShift);

/** Whether a veiled term may begin with three letters of these codes; 0 is none. Asked after `hasKinds`. */
export function hasVeiled(
  openings: Openings,
  { sound }: Voices,
  first: number,
  second: number,
  third: number,
): boolean {
  const one = sound[first]!;
  const two = sound[second]!;
  const three = sound[third]!;
  if (one === 0 || two === 0) return false;
  if (
    isVeiled(openings, hash(one, two, 0)) &&
    (isVeiled(openings, hash(first | asWritten, two, 0)) ||
      isVeiled(openings, hash(one, second | asWritten, 0)))
  )
    return true;
  return (
    three !== 0 &&
    isVeiled(openings, hash(one, two, three)) &&
    (isVeiled(openings, hash(first | asWritten, two, three)) ||
      isVeiled(openings, hash(one, second | asWritten, three)) ||
      isVeiled(openings, hash(one, two, third | asWritten)))
  );
}

const kindsOf = (first: number, second: number): number => first * mostKinds + second;

const pairHash = (first: number, second: number): number =>
  Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);

const hash = (one: number, two: number, three: number): number => {
  const mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b) ^ Math.imul(three, 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
};

const set = (bits: Uint32Array, place: number): void => {
  bits[place >>> 5]! |= 1 << (place & 31);
};
const has = (bits: Uint32Array, place: number): boolean => (bits[place >>> 5]! & (1 << (place & 31))) !== 0;

/** Two bits an entry: the second turns nearly all chance hits away. */
const second = (mixed: number): number => Math.imul(mixed, 0x27d4eb2f);

function setVeiled({ veiled, veiledShift }: Openings, mixed: number): void {
  set(veiled, mixed >>> veiledShift);
  set(veiled, second(mixed) >>> veiledShift);
}

const isVeiled = ({ veiled, veiledShift }: Openings, mixed: number): boolean =>
  has(veiled, mixed >>> veiledShift) && has(veiled, second(mixed) >>> veiledShift);
