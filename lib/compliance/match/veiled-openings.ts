import type { Shapes } from '../text/shapes.ts';
import type { Voices } from '../text/voices.ts';
import { hash, pairHash, pairOf, rehash, set } from './bits.ts';
import { asWritten, isLoneSound, type Openings, triplePlace } from './openings.ts';

/** Adds how a term begins when whole characters disguise it. */
export type AddVeiled = (openings: Openings, term: string) => void;

/** What a letter that is not there sounds like. */
const silence: readonly number[] = [0];

/** `disguised` are terms that are known by part of their letters, `alone` those of one letter that is enough. */
export function createAddVeiled(
  disguised: ReadonlySet<string>,
  alone: ReadonlySet<string>,
  shapes: Shapes,
  voices: Voices,
): AddVeiled {
  const soundsOf = voices.termSoundsOf;
  const seen = new Map<number, readonly number[]>();

  return (openings, term) => {
    const { length } = term;
    openings.wanted[0] = 1;
    for (let at = 0; at < length; at++) openings.wanted[term.charCodeAt(at)] = 1;
    const ones = soundsOf(term.charCodeAt(0));
    if (length === 1) {
      if (alone.has(term))
        for (const letter of ones.flatMap(voices.lettersOf)) openings.letters[letter]! |= isLoneSound;
      return;
    }
    const isDisguised = disguised.has(term);
    if (length === 2 && !isDisguised) return;
    const twos = soundsOf(term.charCodeAt(1));
    const threes = length > 2 ? soundsOf(term.charCodeAt(2)) : silence;
    const fours = length > 3 ? soundsOf(term.charCodeAt(3)) : silence;
    addSounds(openings, term, ones, twos, threes, fours);
    if (length === 2) addPairs(openings, term, ones, twos);
    if (!isDisguised) return;
    // at most one letter is a look-alike, and only of terms that are often disguised
    addSounds(openings, term, seenFor(term.charCodeAt(0)), twos, threes, fours);
    addSounds(openings, term, ones, seenFor(term.charCodeAt(1)), threes, fours);
    if (length > 2) addSounds(openings, term, ones, twos, seenFor(term.charCodeAt(2)), fours);
    if (length > 3) addSounds(openings, term, ones, twos, threes, seenFor(term.charCodeAt(3)));
  };

  /** Sounds of the characters that are written for one because they look like it. */
  function seenFor(code: number): readonly number[] {
    let known = seen.get(code);
    if (!known) {
      known = [...new Set(shapes.alikesOf(code).map((alike) => voices.sound[alike]!))].filter(Boolean);
      seen.set(code, known);
    }
    return known;
  }

  /** Adds every letter that may stand for one of two. */
  function addPairs(
    { pairs, pairShift }: Openings,
    term: string,
    ones: readonly number[],
    twos: readonly number[],
  ): void {
    const first = term.charCodeAt(0);
    const second = term.charCodeAt(1);
    for (const two of twos)
      for (const letter of voices.lettersOf(two)) set(pairs, pairHash(first, letter) >>> pairShift);
    for (const one of ones)
      for (const letter of voices.lettersOf(one)) set(pairs, pairHash(letter, second) >>> pairShift);
    for (const alike of shapes.alikesOf(second))
      if (voices.sound[alike] !== 0) set(pairs, pairHash(first, alike) >>> pairShift);
    for (const alike of shapes.alikesOf(first))
      if (voices.sound[alike] !== 0) set(pairs, pairHash(alike, second) >>> pairShift);
  }
}

/** Adds the first letters by their sounds, all or all but one, which is written as it is. */
function addSounds(
  openings: Openings,
  term: string,
  ones: readonly number[],
  twos: readonly number[],
  threes: readonly number[],
  fours: readonly number[],
): void {
  const first = term.charCodeAt(0) | asWritten;
  const second = term.charCodeAt(1) | asWritten;
  const third = term.length > 2 ? term.charCodeAt(2) | asWritten : 0;
  for (const one of ones) for (const two of twos) set(openings.kinds, pairOf(one, two));
  for (const four of fours)
    for (const three of threes) {
      for (const two of twos) addSound(openings, first, two, three, four);
      for (const one of ones) {
        addSound(openings, one, second, three, four);
        if (third === 0) continue;
        for (const two of twos) {
          set(openings.triples, triplePlace(openings, one, two, three));
          addSound(openings, one, two, three, four);
          addSound(openings, one, two, third, four);
        }
      }
    }
}

function addSound(
  { veiled, veiledShift }: Openings,
  one: number,
  two: number,
  three: number,
  four: number,
): void {
  const mixed = hash(one, two, (four << 17) | three);
  set(veiled, mixed >>> veiledShift);
  set(veiled, rehash(mixed) >>> veiledShift);
}
