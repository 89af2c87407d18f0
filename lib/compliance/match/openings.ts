import { mostKinds, type Voices } from '../text/voices.ts';

/**
 * How words begin, in bitmaps: what is not in them begins nowhere, and few other beginnings pass. Of a veiled
 * word one letter is always written as it is, else nobody could read it; so its first letters tell enough.
 */
export interface Openings {
  /** letters that are words */
  letters: Uint8Array;
  /** by kind of letter: sounds that are enough alone */
  sounds: Uint8Array;
  /** by kind: a word of three letters or more is of it alone */
  twice: Uint8Array;
  /** kinds of the first two letters */
  kinds: Uint32Array;
  /** hashes of the two kinds of letters that words have, if no more */
  shorts: Uint32Array;
  shortShift: number;
  /** hashes of words of two letters */
  pairs: Uint32Array;
  pairShift: number;
  /** hashes of the first three kinds of letters */
  triples: Uint32Array;
  tripleShift: number;
  /** hashes of two or three letters as they are written */
  written: Uint32Array;
  writtenShift: number;
  /** hashes of two to four letters, one as it is written and the others by their sound */
  veiled: Uint32Array;
  veiledShift: number;
  /** some words may be veiled: those of these letters */
  veils: boolean;
  wanted: Uint8Array;
}

/** Tells a letter from a sound. */
const asWritten = 0x10000;
/** Tells two letters that are a whole word. */
const isWhole = 0x20000;

/** Room for about so many words; more only let more chance beginnings pass. */
export function createOpenings(words: number): Openings {
  const shortBits = bitsFor(words * 16);
  const pairBits = bitsFor(words * 128);
  const tripleBits = bitsFor(words * 256);
  const writtenBits = bitsFor(words * 64);
  const veiledBits = bitsFor(words * 256);
  return {
    letters: new Uint8Array(0x10000),
    sounds: new Uint8Array(mostKinds),
    twice: new Uint8Array(mostKinds),
    kinds: new Uint32Array((mostKinds * mostKinds) >>> 5),
    shorts: new Uint32Array(1 << (shortBits - 5)),
    shortShift: 32 - shortBits,
    pairs: new Uint32Array(1 << (pairBits - 5)),
    pairShift: 32 - pairBits,
    triples: new Uint32Array(1 << (tripleBits - 5)),
    tripleShift: 32 - tripleBits,
    written: new Uint32Array(1 << (writtenBits - 5)),
    writtenShift: 32 - writtenBits,
    veiled: new Uint32Array(1 << (veiledBits - 5)),
    veiledShift: 32 - veiledBits,
    veils: false,
    wanted: new Uint8Array(0x10000),
  };
}

const bitsFor = (entries: number): number => Math.min(22, Math.max(10, Math.ceil(Math.log2(entries + 1))));

/** Adds a word as it is written. */
export function addWritten(openings: Openings, word: string, { kind }: Voices): void {
  const first = word.charCodeAt(0);
  if (word.length === 1) {
    openings.letters[first] = 1;
    return;
  }
  const second = word.charCodeAt(1);
  set(openings.kinds, pairOf(kind[first]!, kind[second]!));
  set(openings.written, hash(first, second, 0) >>> openings.writtenShift);
  if (word.length === 2) {
    addParts(openings, first, second);
    return;
  }
  set(openings.written, hash(first, second, word.charCodeAt(2)) >>> openings.writtenShift);
  addKinds(
    openings,
    Array.from(word, (_, at) => [kind[word.charCodeAt(at)]!]),
    0,
    [],
  );
}

/** One letter of a term: its code and what it may sound like, itself or a look-alike. */
export interface OpeningLetter {
  code: number;
  sounds: readonly number[];
}

/** Adds the veiled beginnings of a term; `alone`: its one letter is enough. */
export function addVeiled(openings: Openings, letters: readonly OpeningLetter[], alone: boolean): void {
  const [first, second, third, fourth] = letters as [OpeningLetter, ...(OpeningLetter | undefined)[]];
  if (alone) for (const sound of first.sounds) openings.sounds[sound] = 1;
  if (!second) return;
  for (const one of first.sounds) for (const two of second.sounds) set(openings.kinds, pairOf(one, two));
  for (const four of fourth?.sounds ?? [0])
    for (const three of third?.sounds ?? [0]) {
      for (const two of second.sounds) setVeiled(openings, first.code | asWritten, two, three, four);
      for (const one of first.sounds) setVeiled(openings, one, second.code | asWritten, three, four);
    }
  if (third)
    for (const four of fourth?.sounds ?? [0])
      for (const one of first.sounds)
        for (const two of second.sounds) setVeiled(openings, one, two, third.code | asWritten, four);
  addKinds(
    openings,
    letters.map(({ sounds }) => sounds),
    0,
    [],
  );
}

/** Adds the first three kinds of letters; a kind said twice counts once. */
function addKinds(
  openings: Openings,
  letters: readonly (readonly number[])[],
  at: number,
  kinds: number[],
): void {
  if (kinds.length === 3)
    set(
      openings.triples,
      kindsHash((pairOf(kinds[0]!, kinds[1]!) << 9) | kinds[2]!) >>> openings.tripleShift,
    );
  else if (at < letters.length)
    for (const kind of letters[at]!)
      addKinds(openings, letters, at + 1, kind === kinds.at(-1) ? kinds : [...kinds, kind]);
  else if (kinds.length === 2)
    set(openings.shorts, kindsHash(pairOf(kinds[0]!, kinds[1]!)) >>> openings.shortShift);
  else openings.twice[kinds[0]!] = 1;
}

/** Adds two letters that are a word, or stand for the first one of a word. */
export function addParts(openings: Openings, first: number, second: number): void {
  set(openings.pairs, pairHash(first, second) >>> openings.pairShift);
  set(openings.written, hash(second, first, isWhole) >>> openings.writtenShift);
}

/** Whether two letters may be a word, or stand for the first one of a word. */
export const isShort = ({ written, writtenShift }: Openings, first: number, second: number): boolean =>
  has(written, hash(second, first, isWhole) >>> writtenShift);

/** Whether a word may begin with these letters as written; 0 is no third. */
export const hasWritten = (
  { written, writtenShift }: Openings,
  first: number,
  second: number,
  third: number,
): boolean => has(written, hash(first, second, third) >>> writtenShift);

/** Whether a veiled term may begin with letters of these codes, of two letters or more; 0 is none. */
export function hasVeiled(
  openings: Openings,
  { sound, soundsOf }: Voices,
  first: number,
  second: number,
  third: number,
  fourth: number,
): boolean {
  const one = sound[first]!;
  const two = sound[second]!;
  const three = sound[third]!;
  if (one === 0 || two === 0) return false;
  if (isVeiled(openings, first | asWritten, two, 0, 0) || isVeiled(openings, one, second | asWritten, 0, 0))
    return true;
  if (three === 0) return false;
  const isPlain = one !== two && two !== three;
  if (isPlain && !has(openings.triples, kindsHash((pairOf(one, two) << 9) | three) >>> openings.tripleShift))
    return false;
  if (hasLetter(openings, first, second, third, one, two, three, 0)) return true;
  for (const four of soundsOf(fourth))
    if (hasLetter(openings, first, second, third, one, two, three, four)) return true;
  return false;
}

const hasLetter = (
  openings: Openings,
  first: number,
  second: number,
  third: number,
  one: number,
  two: number,
  three: number,
  four: number,
): boolean =>
  isVeiled(openings, first | asWritten, two, three, four) ||
  isVeiled(openings, one, second | asWritten, three, four) ||
  isVeiled(openings, one, two, third | asWritten, four);

/** Kinds are below 512. */
export const pairOf = (first: number, second: number): number => (first << 9) | second;

/** Of two kinds, or of three. */
export const kindsHash = (kinds: number): number => Math.imul(kinds, 0x9e3779b1);

export const pairHash = (first: number, second: number): number =>
  Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);

export const bitAt = (bits: Uint32Array, place: number): number => (bits[place >>> 5]! >>> (place & 31)) & 1;
export const has = (bits: Uint32Array, place: number): boolean => bitAt(bits, place) === 1;

const set = (bits: Uint32Array, place: number): void => {
  bits[place >>> 5]! |= 1 << (place & 31);
};

const hash = (one: number, two: number, three: number): number => {
  const mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b) ^ Math.imul(three, 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
};

/** Two bits an entry: the second turns nearly all chance hits away. */
const second = (mixed: number): number => Math.imul(mixed, 0x27d4eb2f);

function setVeiled({ veiled, veiledShift }: Openings, one: number, two: number, three: number, four: number) {
  const mixed = hash(one, two, (four << 17) | three);
  set(veiled, mixed >>> veiledShift);
  set(veiled, second(mixed) >>> veiledShift);
}

function isVeiled({ veiled, veiledShift }: Openings, one: number, two: number, three: number, four: number) {
  const mixed = hash(one, two, (four << 17) | three);
  return has(veiled, mixed >>> veiledShift) && has(veiled, second(mixed) >>> veiledShift);
}
