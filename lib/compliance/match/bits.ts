/** Bitmaps of hashes. */
export const bitAt = (bits: Uint32Array, place: number): number => (bits[place >>> 5]! >>> (place & 31)) & 1;
export const has = (bits: Uint32Array, place: number): boolean => bitAt(bits, place) === 1;

export function set(bits: Uint32Array, place: number): void {
  bits[place >>> 5]! |= 1 << (place & 31);
}

/** Two kinds of letters as a number below 2 ** 18; kinds are below 512. */
export const pairOf = (first: number, second: number): number => (first << 9) | second;

/** Of three kinds. */
export const kindsHash = (kinds: number): number => Math.imul(kinds, 0x9e3779b1);

export const pairHash = (first: number, second: number): number =>
  Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);

export function hash(one: number, two: number, three: number): number {
  const mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b) ^ Math.imul(three, 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
}

/** Another hash made of one: a second bit turns nearly all chance hits away. */
export const rehash = (mixed: number): number => Math.imul(mixed, 0x27d4eb2f);
