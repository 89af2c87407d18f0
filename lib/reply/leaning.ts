import { akinTo } from './akin.ts';
import { eachPhraseGram, firstPair, learnLeanings, phraseGrams } from './leaning-book.ts';
import { createStamps } from './numbering.ts';

/** So many meanings of a text are kept. */
const kept = 16;
/** A character of near meaning tells less. */
const akinWorth = 0.3;

/** What is asked leans to these meanings most, by their shares; and how far a text that was kept leans the same way. */
interface Asked {
  strongest: readonly { meaning: number; share: number }[];
  /** 0 to 1; good until the next text is read */
  beside(place: number): number;
}

export interface Leaning {
  /** Keeps a folded text, and returns the place where it is kept. */
  keep(text: string): number;
  /** the strongest meanings of a kept text */
  meaningsOf(place: number, count: number): number[];
  ask(text: string, count: number): Asked;
}

/**
 * Learns from cues and phrases what each character and pair leans to, so that words nobody listed find their meaning
 * by the words beside them: 拧得下来 by 拧得动. Some 20 ms, once, in slices of a few.
 */
export function* createLeaning(): Generator<0, Leaning> {
  const { meanings: count, numbers, starts, meant, worths } = yield* learnLeanings();
  const sums = new Float32Array(count);
  const touched = new Uint16Array(count);
  let touches = 0;
  const isFresh = createStamps();
  let turn = 0;
  const first = new Uint16Array(kept);
  // of each text that is kept, its meanings and their shares
  let meanings = new Uint16Array(kept << 6);
  let shares = new Float32Array(kept << 6);
  let places = 0;

  return {
    keep(text) {
      forget();
      turn++;
      eachPhraseGram(text, lean);
      const length = lengthOfSums();
      if ((places + 1) * kept > meanings.length) grow();
      const count = strongest(kept);
      for (let at = 0; at < count; at++) {
        meanings[places * kept + at] = first[at]!;
        shares[places * kept + at] = sums[first[at]!]! / length;
      }
      return places++;
    },
    meaningsOf(place, count) {
      const found: number[] = [];
      for (let at = place * kept; at < place * kept + count && shares[at]! > 0; at++)
        found.push(meanings[at]!);
      return found;
    },
    ask(text, count) {
      forget();
      for (const gram of new Set(phraseGrams(text))) {
        add(gram, 1);
        const near = gram < firstPair ? akinTo.get(gram) : undefined;
        if (near) for (const other of near) add(other, akinWorth / near.length);
      }
      const length = lengthOfSums();
      const found = strongest(count);
      return {
        strongest: Array.from(first.subarray(0, found), (meaning) => ({
          meaning,
          share: sums[meaning]! / length,
        })),
        beside(place) {
          let sum = 0;
          for (let at = place * kept; at < (place + 1) * kept; at++)
            sum += sums[meanings[at]!]! * shares[at]!;
          return length === 0 ? 0 : sum / length;
        },
      };
    },
  };

  function forget() {
    for (let at = 0; at < touches; at++) sums[touched[at]!] = 0;
    touches = 0;
  }

  /** A gram of a text that is kept; again in the same text it tells nothing. */
  function lean(gram: number) {
    const number = numbers.get(gram);
    if (number >= 0 && isFresh(number, turn)) addOf(number, 1);
  }

  function add(gram: number, worth: number) {
    const number = numbers.get(gram);
    if (number >= 0) addOf(number, worth);
  }

  function addOf(number: number, worth: number) {
    for (let place = starts[number]!; place < starts[number + 1]!; place++) {
      const meaning = meant[place]!;
      if (sums[meaning] === 0) touched[touches++] = meaning;
      sums[meaning]! += worth * worths[place]!;
    }
  }

  function lengthOfSums(): number {
    let square = 0;
    for (let at = 0; at < touches; at++) square += sums[touched[at]!]! ** 2;
    return Math.sqrt(square);
  }

  /** Puts the strongest into `first`, in order, and says how many; few enough to be put in their places as they come. */
  function strongest(count: number): number {
    let found = 0;
    for (let at = 0; at < touches; at++) {
      const meaning = touched[at]!;
      const sum = sums[meaning]!;
      if (found === count && sum <= sums[first[count - 1]!]!) continue;
      let place = Math.min(found, count - 1);
      for (; place > 0 && sums[first[place - 1]!]! < sum; place--) first[place] = first[place - 1]!;
      first[place] = meaning;
      if (found < count) found++;
    }
    return found;
  }

  function grow() {
    const [before, known] = [meanings, shares];
    meanings = new Uint16Array(2 * before.length);
    shares = new Float32Array(2 * known.length);
    meanings.set(before);
    shares.set(known);
  }
}
