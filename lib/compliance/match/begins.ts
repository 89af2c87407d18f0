import type { Voices } from '../text/voices.ts';
import { has, hash, rehash } from './bits.ts';
import { asWritten, isWhole, type Openings, triplePlace } from './openings.ts';

/** Whether a word may begin with these letters as written; 0 is no third. */
export const beginsWritten = (
  { written, writtenShift }: Openings,
  first: number,
  second: number,
  third: number,
): boolean => has(written, hash(first, second, third) >>> writtenShift);

/** Whether two letters may be a word, or stand for the first one of a word. */
export const isWord = ({ written, writtenShift }: Openings, first: number, second: number): boolean =>
  has(written, hash(second, first, isWhole) >>> writtenShift);

/** Whether a veiled term of two letters may be these. */
export function isVeiledWord(openings: Openings, { sound }: Voices, first: number, second: number): boolean {
  const one = sound[first]!;
  const two = sound[second]!;
  if (one === 0 || two === 0) return false;
  return (
    isVeiled(openings, first | asWritten, two, 0, 0) || isVeiled(openings, one, second | asWritten, 0, 0)
  );
}

/** Whether a longer veiled term may begin with letters of these codes; 0 is no fourth. */
export function beginsVeiled(
  openings: Openings,
  { sound, several, soundsOf }: Voices,
  first: number,
  second: number,
  third: number,
  fourth: number,
): boolean {
  const one = sound[first]!;
  const two = sound[second]!;
  const three = sound[third]!;
  if (one === 0 || two === 0 || three === 0) return false;
  if (!has(openings.triples, triplePlace(openings, one, two, three))) return false;
  return (
    hasLetter(0) || hasLetter(sound[fourth]!) || (several[fourth] === 1 && soundsOf(fourth).some(hasLetter))
  );

  /** Whether it sounds so, and so with one of the three as it is written. */
  function hasLetter(four: number): boolean {
    return (
      isVeiled(openings, one, two, three, four) &&
      (isVeiled(openings, first | asWritten, two, three, four) ||
        isVeiled(openings, one, second | asWritten, three, four) ||
        isVeiled(openings, one, two, third | asWritten, four))
    );
  }
}

function isVeiled(
  { veiled, veiledShift }: Openings,
  one: number,
  two: number,
  three: number,
  four: number,
): boolean {
  const mixed = hash(one, two, (four << 17) | three);
  return has(veiled, mixed >>> veiledShift) && has(veiled, rehash(mixed) >>> veiledShift);
}
