/**
 * How veiled terms begin, in a bitmap of hashes: two or three letters, all but one by their sound. One is
 * always written as it is, else nobody could read the term; so few innocent places pass.
 */
export interface Openings {
  /** sounds that any of them begins with */
  first: Uint8Array;
  /** the first two sounds of any of them, a bitmap small enough to stay near */
  pairs: Uint32Array;
  /** sounds that are enough alone */
  single: Uint8Array;
  bits: Uint32Array;
}

const size = 22;
/** Tells a letter from a sound. */
const written = 0x10000;

export const createOpenings = (sounds: number): Openings => ({
  first: new Uint8Array(sounds),
  single: new Uint8Array(sounds),
  pairs: new Uint32Array(1 << 13),
  bits: new Uint32Array(1 << (size - 5)),
});

export function addSingle(openings: Openings, sound: number): void {
  openings.first[sound] = 1;
  openings.single[sound] = 1;
}

/** One letter of a term: its code and what it may sound like, itself or a look-alike. */
export interface OpeningLetter {
  code: number;
  sounds: readonly number[];
}

/** Adds the beginning of a term of two letters, or the first three of a longer one. */
export function addOpening(openings: Openings, letters: readonly OpeningLetter[]): void {
  const [first, second, third] = letters as [OpeningLetter, OpeningLetter, OpeningLetter | undefined];
  const thirds = third?.sounds ?? [0];
  for (const one of first.sounds) {
    openings.first[one] = 1;
    for (const two of second.sounds) openings.pairs[pairOf(one, two) >>> 5]! |= 1 << (two & 31);
  }
  for (const two of second.sounds)
    for (const three of thirds) set(openings, hash(first.code | written, two, three));
  for (const one of first.sounds)
    for (const three of thirds) set(openings, hash(one, second.code | written, three));
  if (third)
    for (const one of first.sounds)
      for (const two of second.sounds) set(openings, hash(one, two, third.code | written));
}

/** Whether a veiled term may begin with these letters; sound 0 is none. */
export function mayOpen(
  openings: Openings,
  codes: Uint16Array,
  at: number,
  first: number,
  second: number,
  third: number,
): boolean {
  if (openings.single[first] === 1) return true;
  if (second === 0) return false;
  if ((openings.pairs[pairOf(first, second) >>> 5]! & (1 << (second & 31))) === 0) return false;
  const one = codes[at]! | written;
  const two = codes[at + 1]! | written;
  if (has(openings, hash(one, second, 0)) || has(openings, hash(first, two, 0))) return true;
  if (third === 0) return false;
  return (
    has(openings, hash(one, second, third)) ||
    has(openings, hash(first, two, third)) ||
    has(openings, hash(first, second, codes[at + 2]! | written))
  );
}

/** Sounds are fewer than 512. */
const pairOf = (first: number, second: number): number => (first << 9) | second;

const hash = (one: number, two: number, three: number): number => {
  const mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b) ^ Math.imul(three, 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
};

/** Two bits an entry: the second turns nearly all chance hits away. */
const firstPlace = (mixed: number): number => mixed >>> (32 - size);
const secondPlace = (mixed: number): number => Math.imul(mixed, 0x27d4eb2f) >>> (32 - size);

function set({ bits }: Openings, mixed: number): void {
  for (const place of [firstPlace(mixed), secondPlace(mixed)]) bits[place >>> 5]! |= 1 << (place & 31);
}

function has({ bits }: Openings, mixed: number): boolean {
  const first = firstPlace(mixed);
  if ((bits[first >>> 5]! & (1 << (first & 31))) === 0) return false;
  const second = secondPlace(mixed);
  return (bits[second >>> 5]! & (1 << (second & 31))) !== 0;
}
