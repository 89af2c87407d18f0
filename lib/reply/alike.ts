import { akinTo } from './akin.ts';
import { soundOf } from './syllables.ts';

/** How far two texts are made of the same characters, each 0 to 1. */
export interface Likeness {
  /** of what is asked, by rarity: what the other has, in the same, a like-sounding or a kindred character */
  met: number;
  /** of what the other says, what is asked */
  used: number;
  /** of the pairs of neighbours that are asked, those that the other has */
  paired: number;
}

export interface Letters {
  compare(other: string): Likeness;
}

/** What a character is worth that only sounds like the other, or only means something near. */
const heardAs = 0.7;
const kindred = 0.5;
/** So many characters are compared: one bit for each. */
const most = 31;

/**
 * Compares one asked text with many, a bit for each of its characters.
 *
 * The tables are filled for one text at a time: what `ask` returned is good until the next.
 *
 * @param rarity what a character, by its unit, tells in this library; 0 or more
 */
export function createAlike(rarity: (unit: number) => number) {
  const worths = new Float32Array(0x10000);
  const worthOf = (unit: number): number => {
    if (worths[unit] === 0) worths[unit] = rarity(unit);
    return worths[unit]!;
  };
  const same = new Int32Array(0x10000);
  const akin = new Int32Array(0x10000);
  const sounds = new Int32Array(0x1000);
  let touched: number[] = [];
  let touchedSounds: number[] = [];

  return {
    ask(text: string): Letters {
      for (const unit of touched) same[unit] = akin[unit] = 0;
      for (const sound of touchedSounds) sounds[sound] = 0;
      touched = [];
      touchedSounds = [];
      const length = Math.min(most, text.length);
      const worth = new Float64Array(length);
      let total = 0;
      let pairs = 0;
      for (let place = 0; place < length; place++) {
        const unit = text.charCodeAt(place);
        same[unit]! |= 1 << place;
        touched.push(unit);
        for (const other of akinTo.get(unit) ?? none) {
          akin[other]! |= 1 << place;
          touched.push(other);
        }
        const sound = soundOf(unit);
        if (sound > 0) {
          sounds[sound]! |= 1 << place;
          touchedSounds.push(sound);
        }
        worth[place] = worthOf(unit);
        total += worth[place]!;
        if (place > 0) pairs += worth[place]! + worth[place - 1]!;
      }
      const weigh = (places: number): number => {
        let sum = 0;
        for (let left = places; left !== 0; left &= left - 1) sum += worth[31 - Math.clz32(left & -left)]!;
        return sum;
      };
      return {
        compare(other) {
          let exact = 0;
          let near = 0;
          let heard = 0;
          let paired = 0;
          let used = 0;
          let all = 0;
          let before = 0;
          for (let index = 0; index < other.length; index++) {
            const unit = other.charCodeAt(index);
            const own = worthOf(unit);
            all += own;
            exact |= same[unit]!;
            near |= akin[unit]!;
            used += same[unit] !== 0 ? own : akin[unit] !== 0 ? own * kindred : 0;
            if (before !== 0) {
              paired |= same[before]! & (same[unit]! >>> 1);
              const first = sounds[soundOf(before)]! & (sounds[soundOf(unit)]! >>> 1);
              heard |= first | (first << 1);
            }
            before = unit;
          }
          heard &= ~exact;
          near &= ~exact & ~heard;
          return {
            met: total === 0 ? 0 : (weigh(exact) + heardAs * weigh(heard) + kindred * weigh(near)) / total,
            used: all === 0 ? 0 : used / all,
            paired: pairs === 0 ? 0 : (weigh(paired) + weigh(paired << 1)) / pairs,
          };
        },
      };
    },
  };
}

const none: readonly number[] = [];
