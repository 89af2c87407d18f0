import { phrases } from './concepts.ts';
import { characterOf, readPinyin, soundOf } from './syllables.ts';
import { buildTrie } from './trie.ts';

/** A piece of a comment: a phrase of the lexicon, or a unit that none covers. */
export interface Piece {
  /** number of the concept, or -1 */
  concept: number;
  /** the phrase as the lexicon spells it, a character, or a run of digits or letters */
  text: string;
}

/**
 * Cuts a folded comment into the fewest phrases, reading homophones and pinyin where the spelling fails.
 *
 * @param text as `fold` returns it
 */
export function segment(text: string): Piece[] {
  const units = readUnits(text);
  const size = units.codes.length;
  // cheapest way from each place to the end
  const cost = new Float64Array(size + 1);
  const length = new Uint8Array(size + 1);
  const phrase = new Int32Array(size + 1).fill(-1);
  for (let place = size - 1; place >= 0; place--) {
    const code = units.codes[place]!;
    cost[place] = cost[place + 1]! + (code === BLANK ? 0 : LEFT_OVER);
    length[place] = 1;
    if (code === BLANK) continue;
    if (code !== 0 && !isInside(place)) {
      for (let node = 1, end = place; end < size; ) {
        node = spelled.step(node, units.codes[end]!);
        if (node === 0) break;
        end++;
        const value = spelled.value(node);
        if (value >= 0 && !isInside(end) && cost[end]! + PHRASE < cost[place]!)
          take(place, end, value, PHRASE);
      }
    }
    for (let node = 1, end = place; end < size && units.sounds[end] !== 0; ) {
      node = sounded.step(node, units.sounds[end]!);
      if (node === 0) break;
      end++;
      const value = sounded.value(node);
      if (value < 0) continue;
      const price = misspelling(place, end, value);
      if (cost[end]! + price < cost[place]!) take(place, end, value, price);
    }
  }
  return collect();

  /** Whether a run of letters, or of digits, goes on across this place: no sb in usb. */
  function isInside(place: number): boolean {
    const before = units.codes[place - 1] ?? 0;
    const after = units.codes[place] ?? 0;
    return (isLetter(before) && isLetter(after)) || (isDigit(before) && isDigit(after));
  }

  function take(place: number, end: number, value: number, price: number) {
    cost[place] = cost[end]! + price;
    length[place] = end - place;
    phrase[place] = value;
  }

  /** What it costs to read these units as the phrase that sounds like them. */
  function misspelling(place: number, end: number, value: number): number {
    const letters = phraseTexts[value]!;
    let different = 0;
    let typed = 0;
    for (let index = place; index < end; index++) {
      if (units.codes[index] === 0) typed++;
      else if (units.codes[index] !== letters.charCodeAt(index - place)) {
        if (plainWords.has(units.codes[index]!) || denying.has(letters.charCodeAt(index - place)))
          return Number.POSITIVE_INFINITY;
        different++;
      }
    }
    const same = end - place - different - typed;
    // a word of which no character is right is another word
    if (different > 0 && different > same) return Number.POSITIVE_INFINITY;
    return PHRASE + different * MISSPELT;
  }

  function collect(): Piece[] {
    const pieces: Piece[] = [];
    let run = '';
    const flush = () => {
      if (run !== '') pieces.push({ concept: -1, text: run });
      run = '';
    };
    for (let place = 0; place < size; place += length[place]!) {
      const found = phrase[place]!;
      const code = units.codes[place]!;
      if (found < 0 && isLatin(code)) {
        run += String.fromCharCode(code);
        continue;
      }
      flush();
      if (found >= 0) pieces.push({ concept: phraseConcepts[found]!, text: phraseTexts[found]! });
      else if (code === 0) pieces.push({ concept: -1, text: characterOf(units.sounds[place]!) });
      else if (code !== BLANK) pieces.push({ concept: -1, text: String.fromCharCode(code) });
    }
    flush();
    return pieces;
  }
}

/** Nobody types 几 for 积: the small words are seldom the misspelt ones; 太严重 is no 太阳. */
const plainWords = new Set(
  Array.from('几不没有是了吗一二两三多大小我你他这那要能会可到严', (word) => word.charCodeAt(0)),
);
/** 画布是 is no 画不是: who denies writes it right. */
const denying = new Set(Array.from('不没无', (word) => word.charCodeAt(0)));
const PHRASE = 1;
const LEFT_OVER = 1.2;
const MISSPELT = 1.1;
const BLANK = 32;

const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLatin = (code: number): boolean => isLetter(code) || isDigit(code);

function codesOf(phrase: string): number[] {
  const codes: number[] = [];
  for (let index = 0; index < phrase.length; index++) codes.push(phrase.charCodeAt(index));
  return codes;
}

const phraseTexts = [...phrases.keys()];
const phraseConcepts = [...phrases.values()];
const spelled = buildTrie(phraseTexts.map((phrase, index) => [codesOf(phrase), index] as const));
const sounded = buildTrie(
  phraseTexts
    .map((phrase, index) => [codesOf(phrase).map(soundOf), index] as const)
    .filter(([sounds]) => sounds.length > 1 && !sounds.includes(0))
    .filter(([sounds, index]) => sounds.length > 2 || !/[吗了的]$/.test(phraseTexts[index]!)),
);

/** pu皮 and ai are no syllables of a misspelt word. */
const isPinyin = (letters: string): boolean =>
  letters.length > 1 && letters !== 'pu' && letters !== 'ai' && !phrases.has(letters);

interface Units {
  /** code units; 0 where only the sound is known */
  codes: number[];
  sounds: number[];
}

function readUnits(text: string): Units {
  const codes: number[] = [];
  const sounds: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 97 || code > 122) {
      codes.push(code === 63 ? BLANK : code);
      sounds.push(soundOf(code));
      continue;
    }
    let end = index + 1;
    while (end < text.length && text.charCodeAt(end) >= 97 && text.charCodeAt(end) <= 122) end++;
    const letters = text.slice(index, end);
    const syllables = isPinyin(letters) ? readPinyin(letters) : null;
    if (syllables) {
      // duo shao qian
      if (codes.length > 1 && codes.at(-1) === BLANK && codes.at(-2) === 0) {
        codes.pop();
        sounds.pop();
      }
      for (const sound of syllables) {
        codes.push(0);
        sounds.push(sound);
      }
    } else {
      for (const letter of letters) {
        codes.push(letter.charCodeAt(0));
        sounds.push(0);
      }
    }
    index = end - 1;
  }
  return { codes, sounds };
}
