import { akinTo } from './akin.ts';
import { cuesByAspect } from './aspects.ts';
import { concepts, phrases } from './concepts.ts';

/** So many meanings of a text are kept. */
const kept = 16;
/** Groups whose words mean nothing by themselves, or too much. */
const mute: ReadonlySet<string> = new Set(
  'goods noise ask weak neg colour place time degree abuse injection spam'.split(' '),
);
const dull: ReadonlySet<number> = new Set(Array.from('的了吗呢吧啊呀不没有会能是这那个要', codeOf));
/** A lone character tells more than its part of a pair; one of near meaning less; a gram of few phrases less. */
const loneWorth = 1.4;
const akinWorth = 0.3;
const trust = { least: 0.3, full: 4 } as const;

/** What is asked leans to these meanings most, by their shares; and how far a text that was kept leans the same way. */
interface Asked {
  strongest: readonly { meaning: number; share: number }[];
  /** 0 to 1; good until the next text is read */
  beside(place: number): number;
}

/**
 * Learns from cues and phrases what each character and pair leans to, so that words nobody listed find their meaning
 * by the words beside them: 拧得下来 by 拧得动. Some 20 ms, once.
 */
export function createLeaning() {
  const byMeaning = phrasesByMeaning();
  const book = learn(byMeaning);
  const sums = new Float32Array(byMeaning.length);
  let touched: number[] = [];
  // of each text that is kept, its meanings and their shares
  let meanings = new Uint16Array(kept << 6);
  let shares = new Float32Array(kept << 6);
  let places = 0;

  return {
    /** Keeps a folded text, and returns the place where it is kept. */
    keep(text: string): number {
      const length = lean(text, false);
      if ((places + 1) * kept > meanings.length) grow();
      for (const [turn, meaning] of strongest(kept).entries()) {
        meanings[places * kept + turn] = meaning;
        shares[places * kept + turn] = sums[meaning]! / length;
      }
      return places++;
    },
    /** The strongest meanings of a kept text. */
    meaningsOf: (place: number, count: number): number[] =>
      Array.from(meanings.subarray(place * kept, place * kept + count)).filter(
        (_, turn) => shares[place * kept + turn]! > 0,
      ),
    ask(text: string, count: number): Asked {
      const length = lean(text, true);
      return {
        strongest: strongest(count).map((meaning) => ({ meaning, share: sums[meaning]! / length })),
        beside(place) {
          let sum = 0;
          for (let at = place * kept; at < (place + 1) * kept; at++)
            sum += sums[meanings[at]!]! * shares[at]!;
          return length === 0 ? 0 : sum / length;
        },
      };
    },
  };

  /** Fills `sums` for a folded text and returns their length. @param widely by characters of near meaning, too */
  function lean(text: string, widely: boolean): number {
    for (const meaning of touched) sums[meaning] = 0;
    touched = [];
    for (const gram of new Set(gramsOf(text))) {
      add(gram, 1);
      const near = widely && gram < firstPair ? akinTo.get(gram) : undefined;
      if (near) for (const other of near) add(other, akinWorth / near.length);
    }
    let square = 0;
    for (const meaning of touched) square += sums[meaning]! ** 2;
    return Math.sqrt(square);
  }

  function add(gram: number, worth: number) {
    const known = book.get(gram);
    if (!known) return;
    for (let place = 0; place < known.length; place += 2) {
      const meaning = known[place]!;
      if (sums[meaning] === 0) touched.push(meaning);
      sums[meaning]! += worth * known[place + 1]!;
    }
  }

  /** The strongest come first; few enough to be put in their places as they come. */
  function strongest(count: number): number[] {
    const found: number[] = [];
    for (const meaning of touched) {
      const sum = sums[meaning]!;
      if (found.length === count && sum <= sums[found[count - 1]!]!) continue;
      let place = Math.min(found.length, count - 1);
      for (; place > 0 && sums[found[place - 1]!]! < sum; place--) found[place] = found[place - 1]!;
      found[place] = meaning;
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

function phrasesByMeaning(): string[][] {
  const byConcept = new Map<number, string[]>();
  for (const [phrase, concept] of phrases) {
    if (mute.has(concepts[concept]!.group)) continue;
    const known = byConcept.get(concept);
    if (known) known.push(phrase);
    else byConcept.set(concept, [phrase]);
  }
  return [...cuesByAspect.map((cues) => [...cues]), ...byConcept.values()];
}

/** By gram: meanings and what it adds to each, by turns. */
function learn(meanings: readonly (readonly string[])[]): Map<number, Float64Array> {
  const counts = new Map<number, Map<number, number>>();
  const totals = new Float64Array(meanings.length);
  let all = 0;
  for (const [meaning, own] of meanings.entries()) {
    for (const phrase of own) {
      const grams = gramsOf(phrase);
      const worth = 1 / Math.sqrt(grams.length);
      for (const gram of grams) {
        const known = counts.get(gram) ?? new Map<number, number>();
        counts.set(gram, known);
        known.set(meaning, (known.get(meaning) ?? 0) + worth);
        totals[meaning]! += worth;
        all += worth;
      }
    }
  }
  const book = new Map<number, Float64Array>();
  for (const [gram, own] of counts) {
    let sum = 0;
    for (const count of own.values()) sum += count;
    const worth = Math.min(1, trust.least + sum / trust.full) * (gram < firstPair ? loneWorth : 1);
    const entries: number[] = [];
    for (const [meaning, count] of own) {
      const chance = totals[meaning]! / all;
      // how much oftener than by chance the gram stands for it
      const lift = Math.log((count + 0.3 * chance) / ((sum + 0.3) * chance));
      if (lift > 0) entries.push(meaning, lift * (count / sum) * worth);
    }
    book.set(gram, Float64Array.from(entries));
  }
  return book;
}

const firstHan = 0x4e00;
const firstPair = 0x10000;

function gramsOf(text: string): number[] {
  const grams: number[] = [];
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    if (unit < firstHan) continue;
    if (!dull.has(unit)) grams.push(unit);
    const next = text.charCodeAt(place + 1);
    if (next >= firstHan) grams.push(firstPair + (unit - firstHan) * 0x8000 + next - firstHan);
  }
  return grams;
}

function codeOf(letter: string): number {
  return letter.charCodeAt(0);
}
