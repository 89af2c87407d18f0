import { cuesByAspect } from './aspects.ts';
import { concepts, phrases } from './concepts.ts';
import { createNumbering } from './numbering.ts';

/** What characters and pairs lean to: those of number n stand from `starts[n]` on, each meaning with what is added to it. */
interface Book {
  /** so many meanings there are */
  meanings: number;
  numbers: ReturnType<typeof createNumbering>;
  starts: Int32Array;
  meant: Uint16Array;
  worths: Float64Array;
}

/** Groups whose words mean nothing by themselves, or too much. */
const mute: ReadonlySet<string> = new Set(
  'goods noise ask weak neg colour place time degree abuse injection spam'.split(' '),
);
const dull: ReadonlySet<number> = new Set(Array.from('的了吗呢吧啊呀不没有会能是这那个要', codeOf));
/** A lone character tells more than its part of a pair; a gram of few phrases less. */
const loneWorth = 1.4;
const trust = { least: 0.3, full: 4 } as const;
/** A slice of each: a few ms. */
const phrasesInSlice = 1500;
const gramsInSlice = 2000;

const firstHan = 0x4e00;
/** From here on a gram is a pair. */
export const firstPair = 0x10000;

/** Learns from cues and phrases how much oftener than by chance a gram stands for each meaning; in slices. */
export function* learnLeanings(): Generator<0, Book> {
  const meanings = phrasesByMeaning();
  yield 0;
  const counts = new Map<number, Map<number, number>>();
  const totals = new Float64Array(meanings.length);
  let all = 0;
  let read = 0;
  for (const [meaning, own] of meanings.entries()) {
    for (const phrase of own) {
      const grams = phraseGrams(phrase);
      const worth = 1 / Math.sqrt(grams.length);
      for (const gram of grams) {
        const known = counts.get(gram) ?? new Map<number, number>();
        counts.set(gram, known);
        known.set(meaning, (known.get(meaning) ?? 0) + worth);
        totals[meaning]! += worth;
        all += worth;
      }
      if (++read % phrasesInSlice === 0) yield 0;
    }
  }
  yield 0;
  const numbers = createNumbering();
  const starts = new Int32Array(counts.size + 1);
  const meant: number[] = [];
  const worths: number[] = [];
  for (const [gram, own] of counts) {
    let sum = 0;
    for (const count of own.values()) sum += count;
    const worth = Math.min(1, trust.least + sum / trust.full) * (gram < firstPair ? loneWorth : 1);
    for (const [meaning, count] of own) {
      const chance = totals[meaning]! / all;
      // how much oftener than by chance the gram stands for it
      const lift = Math.log((count + 0.3 * chance) / ((sum + 0.3) * chance));
      if (lift <= 0) continue;
      meant.push(meaning);
      worths.push(lift * (count / sum) * worth);
    }
    const number = numbers.add(gram);
    starts[number + 1] = meant.length;
    if (number % gramsInSlice === gramsInSlice - 1) yield 0;
  }
  return {
    meanings: meanings.length,
    numbers,
    starts,
    meant: Uint16Array.from(meant),
    worths: Float64Array.from(worths),
  };
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

/** The characters and pairs of a folded text, as numbers; such as are no letters left out. */
export function phraseGrams(text: string): number[] {
  const grams: number[] = [];
  eachPhraseGram(text, (gram) => grams.push(gram));
  return grams;
}

export function eachPhraseGram(text: string, visit: (gram: number) => void): void {
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    if (unit < firstHan) continue;
    if (!dull.has(unit)) visit(unit);
    const next = text.charCodeAt(place + 1);
    if (next >= firstHan) visit(firstPair + (unit - firstHan) * 0x8000 + next - firstHan);
  }
}

function codeOf(letter: string): number {
  return letter.charCodeAt(0);
}
