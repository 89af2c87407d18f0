import { akinTo } from './akin.ts';
import { cuesByAspect } from './aspects.ts';
import { concepts, phrases } from './concepts.ts';

/** How strongly a text's characters lean to each meaning: aspects, and behind them concepts. */
export interface Leaning {
  /** the strongest of them */
  meanings: Uint16Array;
  /** squares that add up to 1 or, of the strongest, a little less */
  shares: Float32Array;
}

/** So many meanings of a text are kept. */
const kept = 24;
/** Groups whose words mean nothing by themselves, or too much. */
const mute: ReadonlySet<string> = new Set(
  'goods noise ask weak neg colour place time degree abuse injection spam'.split(' '),
);
const dull: ReadonlySet<number> = new Set(Array.from('的了吗呢吧啊呀不没有会能是这那个要', codeOf));
/** A lone character tells more than its part of a pair; one of near meaning less; a gram of few phrases less. */
const loneWorth = 1.4;
const akinWorth = 0.3;
const trust = { least: 0.3, full: 4 } as const;

/**
 * Learns from cues and phrases what each character and pair leans to, so that words nobody listed find their meaning
 * by the words beside them: 拧得下来 by 拧得动. Some 20 ms, once.
 */
export function createLeaning() {
  const meanings = phrasesByMeaning();
  const book = learn(meanings);
  const sums = new Float32Array(meanings.length);
  let touched: number[] = [];

  return {
    leaningOf(text: string): Leaning {
      const length = lean(text);
      const found = touched.sort((a, b) => sums[b]! - sums[a]! || a - b).slice(0, kept);
      return {
        meanings: Uint16Array.from(found),
        shares: Float32Array.from(found, (meaning) => sums[meaning]! / length),
      };
    },
    /** How far other texts lean the way of this one, 0 to 1; good until the next text is read. */
    beside(text: string): (other: Leaning) => number {
      const length = lean(text);
      return ({ meanings, shares }) => {
        let sum = 0;
        for (let place = 0; place < meanings.length; place++) sum += sums[meanings[place]!]! * shares[place]!;
        return length === 0 ? 0 : sum / length;
      };
    },
  };

  /** Fills `sums` for a folded text and returns their length. */
  function lean(text: string): number {
    for (const meaning of touched) sums[meaning] = 0;
    touched = [];
    for (const gram of new Set(gramsOf(text))) {
      add(gram, 1);
      const near = gram < firstPair ? akinTo.get(gram) : undefined;
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
