import type { Folded } from '../text/fold.ts';
import { isDigit, isHan, isLatin } from '../text/marks.ts';
import type { Shapes } from '../text/shapes.ts';
import type { Sounds } from '../text/sounds.ts';
import type { Voices } from '../text/voices.ts';
import { oddReach } from '../text/voices.ts';
import { addOpening, addSingle, createOpenings, mayOpen, type Openings } from './openings.ts';
import type { Token, VeiledWordsAt } from './reader.ts';
import { buildTrie } from './trie.ts';

/** How one character of a term was written. */
const literal = 0;
/** put together from its parts, 女子 for 好 */
const composed = 1;
/** in pinyin */
const spelled = 2;
/** by a character that looks like it */
const alike = 3;
/** by a character or digit that sounds the same */
const heard = 4;
/** by one that sounds nearly the same */
const blurred = 5;
/** by the first letter of its pinyin */
const initial = 6;
type Manner = 0 | 1 | 2 | 3 | 4 | 5 | 6;

interface Unit {
  from: number;
  to: number;
  /** the character read there, or 0 for pinyin */
  code: number;
  /** the syllable, or 0 for an initial */
  syllable: number;
  by: 'character' | 'parts' | 'pinyin' | 'digit' | 'initial';
}

type ReadUnit = (to: number, code: number, syllable: number, by: Unit['by']) => void;

const letterV = 118;

/** Words that are too plain to stand for another by their sound. */
const plain = new Set(
  [
    ...'的地得了着过是在有和就不我你他她它们这那也都很还要会能去来上下中大小多少人吗呢吧啊呀到说里外前后开出进想看做用让被把给从向对为与及或但而且若如因所以之其此每各某再又才只一二三四五六七八九十百千万年月日时分',
  ].map((character) => character.charCodeAt(0)),
);
const digitSyllables: Readonly<Record<string, readonly string[]>> = {
  '0': ['ling'],
  '1': ['yi'],
  '2': ['er', 'liang'],
  '3': ['san'],
  '4': ['si', 'shi'],
  '5': ['wu'],
  '6': ['liu'],
  '7': ['qi'],
  '8': ['ba', 'fa'],
  '9': ['jiu', 'jiao'],
  v: ['wei'],
};
const one = '一'.charCodeAt(0);
/** Trie letters for initials lie above those for sounds. */
const initialBase = 1000;
const longestSyllable = 6;

export interface VeiledReader {
  wordsAt: VeiledWordsAt;
  openingsOf(leads: ReadonlyMap<number, unknown>): Openings;
}

/**
 * Reads terms that are written by sound, shape, parts, pinyin or initials. `words` are the terms that may be
 * veiled, by id; `initialled` those of which one letter may be an initial; `disguised` those of
 * two letters that are known by one of them; `alone` those of one letter that are enough by themselves.
 */
export function createVeiledReader(
  words: readonly string[],
  veilable: readonly number[],
  initialled: ReadonlySet<number>,
  disguised: ReadonlySet<number>,
  alone: ReadonlySet<number>,
  sounds: Sounds,
  shapes: Shapes,
  voices: Voices,
): VeiledReader {
  const { sequences, terms } = soundSequences();
  const trie = buildTrie(sequences);
  const any = openingsOf(veilable);
  let segmenter: Intl.Segmenter | null | undefined;

  return {
    openingsOf: (leads) => openingsOf(veilable.filter((word) => leads.has(word))),
    wordsAt(folded, position, exact) {
      if (!isOddNear(folded, position) && !mayStand(folded, position, any)) return exact;
      let found = exact;
      const units: Unit[] = [];
      follow(0, position);
      return found;

      function follow(node: number, at: number): void {
        const index = trie.wordAt(node);
        if (index >= 0) for (const word of terms[index]!) consider(word);
        if (at >= folded.length || units.length > 7) return;
        readUnits(folded, at, (to, code, syllable, by) => {
          const letter = syllable ? sounds.soundOf[syllable]! : initialBase + folded.codes[at]!;
          const next = trie.step(node, letter);
          if (next === -1) return;
          units.push({ from: at, to, code, syllable, by });
          follow(next, to);
          units.pop();
        });
      }

      function consider(word: number): void {
        const spelling = words[word]!;
        const end = units.at(-1)!.to;
        let own = 0;
        const counts = [0, 0, 0, 0, 0, 0, 0];
        const doubtful: number[] = [];
        for (let at = 0; at < units.length; at++) {
          const manner = mannerOf(units[at]!, spelling.charCodeAt(at));
          if (manner === null) return;
          counts[manner]!++;
          if (manner === literal) own++;
          if (manner >= alike && units[at]!.by === 'character') doubtful.push(units[at]!.from);
        }
        if (own === units.length || !believable(word, units.length, counts)) return;
        if (!standsApart(folded, position, end)) return;
        if (found?.some((token) => token.word === word && token.end >= end)) return;
        if (doubtful.length > 0 && isOrdinary(folded, position, end, doubtful, own > 1)) return;
        const token: Token = { word, start: position, end, veiled: units.length - own, literal: own };
        found ??= [];
        found.push(token);
      }
    },
  };

  function mayStand({ codes, length }: Folded, position: number, openings: Openings): boolean {
    const first = voices.sound[codes[position]!]!;
    const second = position + 1 < length ? voices.sound[codes[position + 1]!]! : 0;
    const third = position + 2 < length ? voices.sound[codes[position + 2]!]! : 0;
    return first !== 0 && mayOpen(openings, codes, position, first, second, third);
  }

  /** How the terms that may be disguised by whole characters begin. */
  function openingsOf(chosen: Iterable<number>): Openings {
    const openings = createOpenings(voices.count);
    for (const word of chosen) {
      const spelling = words[word]!;
      const letters = [...spelling.slice(0, 3)].map((character) => {
        const code = character.charCodeAt(0);
        return { code, sounds: soundsLike(code) };
      });
      if (alone.has(word)) for (const sound of letters[0]!.sounds) addSingle(openings, sound);
      if (spelling.length > 2 || (spelling.length === 2 && disguised.has(word)))
        addOpening(openings, letters);
    }
    return openings;
  }

  /** Pinyin, digits or parts of characters stand here or soon after. */
  function isOddNear({ codes, length }: Folded, position: number): boolean {
    const last = Math.min(length, position + oddReach);
    for (let at = position; at < last; at++)
      if (voices.odd[codes[at]!] === 1 && voices.isOdd(codes, at)) return true;
    return false;
  }

  function soundsLike(code: number): number[] {
    return [code, ...shapes.alikesOf(code)].map((one) => voices.sound[one]!).filter((sound) => sound > 0);
  }

  function believable(word: number, length: number, counts: readonly number[]): boolean {
    const sure = counts[literal]! + counts[composed]!;
    if (length === 1)
      return counts[composed] === 1 || counts[spelled] === 1 || (alone.has(word) && counts[blurred] === 0);
    if (counts[initial]! > 0)
      return (
        counts[initial] === 1 &&
        counts[blurred] === 0 &&
        counts[heard] === 0 &&
        (sure >= 2 || words[word] === '第一')
      );
    if (counts[spelled] === length) return true;
    if (counts[blurred]! > 0) return length >= 3 && counts[blurred] === 1 && sure >= length - 1;
    if (counts[heard]! + counts[alike]! > 0 && length === 2 && !disguised.has(word)) return false;
    return sure + counts[spelled]! >= (length > 3 ? 2 : 1);
  }

  function mannerOf(unit: Unit, wanted: number): Manner | null {
    if (unit.by === 'parts') return unit.code === wanted ? composed : null;
    if (unit.by === 'initial') return initial;
    if (unit.by === 'character') {
      if (unit.code === wanted) return literal;
      if (shapes.looksLike(unit.code, wanted)) return alike;
      if (plain.has(unit.code) && !shapes.soundsKnownFor(unit.code, wanted)) return null;
    }
    const same = sounds.syllablesOf(wanted).includes(unit.syllable);
    if (unit.by === 'pinyin') return spelled;
    // 弟1: in a rank, the digit is as good as the letter
    if (unit.by === 'digit' && wanted === one) return composed;
    return same ? heard : blurred;
  }

  /** Pinyin and single letters must not be parts of a longer Latin word. */
  function standsApart(folded: Folded, start: number, end: number): boolean {
    const { codes, starts, ends, length } = folded;
    if (
      start > 0 &&
      isLatin(codes[start]!) &&
      isLatin(codes[start - 1]!) &&
      starts[start] === ends[start - 1]
    )
      return false;
    return !(
      end < length &&
      isLatin(codes[end - 1]!) &&
      isLatin(codes[end]!) &&
      starts[end] === ends[end - 1]
    );
  }

  /** Calls back with every way to read one unit from a place on. */
  function readUnits(folded: Folded, at: number, read: ReadUnit): void {
    const { codes, length } = folded;
    const code = codes[at]!;
    if (isHan(code)) {
      const syllables = sounds.syllablesOf(code);
      for (const syllable of syllables) read(at + 1, code, syllable, 'character');
      for (const other of shapes.originalsOf(code))
        for (const syllable of sounds.syllablesOf(other))
          if (!syllables.includes(syllable)) read(at + 1, code, syllable, 'character');
      if (voices.odd[code] === 1)
        for (const { whole, size } of shapes.composedAt(folded, at))
          for (const syllable of sounds.syllablesOf(whole)) read(at + size, whole, syllable, 'parts');
      return;
    }
    if (isLatin(code)) readPinyin(folded, at, read);
    if (code === letterV || (isDigit(code) && !isDigit(codes[at + 1] ?? 0) && !isDigit(codes[at - 1] ?? 0)))
      for (const spelling of digitSyllables[String.fromCharCode(code)]!)
        read(at + 1, 0, sounds.syllable(spelling), 'digit');
    if (isLatin(code) && !isLatin(codes[at + 1] ?? 0) && !isLatin(codes[at - 1] ?? 0) && at < length)
      read(at + 1, 0, 0, 'initial');
  }

  function readPinyin({ codes, length }: Folded, at: number, read: ReadUnit): void {
    let spelling = '';
    for (let to = at; to < length && to - at < longestSyllable && isLatin(codes[to]!); to++) {
      spelling += String.fromCharCode(codes[to]!);
      const syllable = spelling.length > 1 ? sounds.syllable(spelling) : 0;
      if (!syllable) continue;
      read(to + 1, 0, syllable, 'pinyin');
      const tone = codes[to + 1] ?? 0;
      if (to + 2 < length && tone >= 49 && tone <= 53) read(to + 2, 0, syllable, 'pinyin');
    }
  }

  /**
   * Whether a standard reader sees a common word where a veiled one is suspected: 定级 is not 顶级. A word
   * inside a longer term of which more is plain (佐用 in 副佐用) does not count.
   */
  function isOrdinary(
    folded: Folded,
    start: number,
    end: number,
    doubtful: readonly number[],
    isMostlyPlain: boolean,
  ): boolean {
    segmenter ??=
      typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
    if (!segmenter) return false;
    const from = Math.max(0, start - 4);
    const window = String.fromCharCode(...folded.codes.subarray(from, Math.min(folded.length, end + 4)));
    for (const { segment, index } of segmenter.segment(window)) {
      if (segment.length < 2) continue;
      const first = from + index;
      const last = first + segment.length;
      if (isMostlyPlain && first >= start && last <= end) continue;
      if (doubtful.some((at) => at >= first && at < last)) return true;
    }
    return false;
  }

  function soundSequences(): { sequences: number[][]; terms: number[][] } {
    const known = new Map<string, number>();
    const sequences: number[][] = [];
    const terms: number[][] = [];
    for (const word of veilable) {
      const spelling = words[word]!;
      const letters = [...spelling].map(
        (character) => sounds.soundOf[sounds.usual[character.charCodeAt(0)]!]!,
      );
      if (letters.includes(0)) continue;
      add(letters, word);
      if (initialled.has(word) && (letters.length >= 3 || spelling === '第一' || alone.has(word)))
        for (let at = 0; at < letters.length; at++) {
          const first = sounds.spelling(sounds.usual[spelling.charCodeAt(at)]!).charCodeAt(0);
          add(letters.with(at, initialBase + first), word);
        }
    }
    return { sequences, terms };

    function add(letters: number[], word: number): void {
      const key = letters.join();
      let index = known.get(key);
      if (index === undefined) {
        index = sequences.push(letters) - 1;
        terms.push([]);
        known.set(key, index);
      }
      terms[index]!.push(word);
    }
  }
}
