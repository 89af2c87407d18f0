import type { Folded } from '../text/fold.ts';
import type { Shapes } from '../text/shapes.ts';
import type { Sounds } from '../text/sounds.ts';
import type { Voices } from '../text/voices.ts';
import { isCutShort, isName, isRead, standsApart } from './doubts.ts';
import { alike, createMannerOf, isBelievable, literal, manners, spelled, type Veilable } from './manner.ts';
import type { Ordinary } from './ordinary.ts';
import { createIsToken } from './suspects.ts';
import { addToken, type Tokens } from './tokens.ts';
import { createTrie } from './trie.ts';
import { createUnitReader, type Unit } from './units.ts';
import { type AddVeiled, createAddVeiled } from './veiled-openings.ts';

/** Reads terms that are written by sound, shape, parts, pinyin or initials. */
export interface VeiledReader {
  /** Makes a term of Chinese characters readable in veiled spellings; `initials`: one letter may be its initial. */
  add(word: number, spelling: string, initials: boolean): void;
  addOpening: AddVeiled;
  /** Reads the terms at a place that `veilable`, by word, allows; those written as they are stand in `tokens`. */
  read(folded: Folded, position: number, tokens: Tokens, veilable: Uint8Array): void;
}

const mostUnits = 8;
/** Values of the trie's nodes: no term ends here, the first list of several, the next ones below. */
const none = -1;
const firstList = -2;

/**
 * `disguised` are terms of two letters that are known by one of them, `rare` those that are so only beside no other
 * word, `alone` those of one letter that is enough.
 */
export function createVeiledReader(
  disguised: ReadonlySet<string>,
  rare: ReadonlySet<string>,
  alone: ReadonlySet<string>,
  sounds: Sounds,
  shapes: Shapes,
  voices: Voices,
  ordinary: Ordinary,
): VeiledReader {
  const trie = createTrie();
  const readUnits = createUnitReader(sounds, shapes, voices);
  const mannerOf = createMannerOf(sounds, shapes);
  const isToken = createIsToken(ordinary);
  const isTaken = (token: number): boolean => isToken(tokens, token, text);
  // by term, one after the other as they came
  const wordOf: number[] = [];
  const spellings: string[] = [];
  const mayHaveInitials: boolean[] = [];
  // by term, once it was met: most never are
  const known = new Map<number, Veilable>();
  // terms that end at one node of the trie; most are the only one there, and its value themselves
  const endings: number[][] = [];
  // nodes of terms of one letter that is enough
  const loneNodes = new Set<number>();
  const units: Unit[] = Array.from({ length: mostUnits }, () => ({
    from: 0,
    to: 0,
    code: 0,
    syllable: 0,
    by: 'character',
  }));
  let depth = 0;
  const counts = new Uint8Array(manners);

  let text: Folded;
  let start = 0;
  let tokens: Tokens;
  let allowed: Uint8Array;

  return {
    addOpening: createAddVeiled(disguised, alone, shapes, voices),
    add(word, spelling, initials) {
      const { length } = spelling;
      const letters: number[] = [];
      for (let at = 0; at < length; at++) {
        const sound = voices.sound[spelling.charCodeAt(at)]!;
        if (sound === 0) return;
        letters.push(sound);
      }
      const term = wordOf.push(word) - 1;
      spellings.push(spelling);
      mayHaveInitials.push(initials);
      addEnding(letters, term);
      for (let at = 0; at < length; at++)
        for (const sound of voices.termSoundsOf(spelling.charCodeAt(at)))
          if (sound !== letters[at]) addEnding(letters.with(at, sound), term);
    },
    read(folded, position, into, veilable) {
      text = folded;
      start = position;
      tokens = into;
      allowed = veilable;
      depth = 0;
      follow(0, position);
    },
  };

  function addEnding(letters: readonly number[], term: number): void {
    const node = trie.add(letters);
    const value = trie.valueAt(node);
    if (alone.has(spellings[term]!)) loneNodes.add(node);
    if (value === none) trie.put(node, term);
    else if (value < none) endings[firstList - value]!.push(term);
    else trie.put(node, firstList - (endings.push([value, term]) - 1));
  }

  function factsOf(term: number): Veilable {
    let facts = known.get(term);
    if (!facts) {
      const spelling = spellings[term]!;
      const { length } = spelling;
      const rank = spelling === '第一';
      const isAlone = alone.has(spelling);
      facts = {
        length,
        disguised: disguised.has(spelling),
        rare: rare.has(spelling),
        alone: isAlone,
        rank,
        initials: mayHaveInitials[term]! && (length >= 3 || rank || isAlone),
      };
      known.set(term, facts);
    }
    return facts;
  }

  function follow(node: number, at: number): void {
    // a whole character stands for another only beside others
    if (depth !== 1 || units[0]!.by !== 'character' || loneNodes.has(node)) considerAll(trie.valueAt(node));
    if (at < text.length && depth < mostUnits) readUnits(text, at, node, take);
  }

  function considerAll(value: number): void {
    if (value > none) considerIf(value);
    else if (value < none) for (const term of endings[firstList - value]!) considerIf(term);
  }

  function take(
    node: number,
    from: number,
    to: number,
    code: number,
    syllable: number,
    by: Unit['by'],
  ): void {
    if (by !== 'initial') takeSound(node, sounds.soundOf[syllable]!, from, to, code, syllable, by);
    else for (const sound of sounds.soundsFrom(code)) takeSound(node, sound, from, to, code, 0, by);
  }

  function takeSound(
    node: number,
    sound: number,
    from: number,
    to: number,
    code: number,
    syllable: number,
    by: Unit['by'],
  ): void {
    const next = trie.step(node, sound);
    if (next === -1) return;
    const unit = units[depth++]!;
    unit.from = from;
    unit.to = to;
    unit.code = code;
    unit.syllable = syllable;
    unit.by = by;
    follow(next, to);
    depth--;
  }

  function considerIf(term: number): void {
    if (allowed[wordOf[term]!] === 1) consider(term);
  }

  function consider(index: number): void {
    const word = wordOf[index]!;
    const spelling = spellings[index]!;
    if (depth < 4 && !leansOnLetter(spelling)) return;
    const term = factsOf(index);
    const end = units[depth - 1]!.to;
    counts.fill(0);
    for (let at = 0; at < depth; at++) {
      const manner = mannerOf(units[at]!, spelling.charCodeAt(at), depth);
      if (manner === null) return;
      counts[manner]!++;
    }
    const own = counts[literal]!;
    if (own === depth || !isBelievable(term, counts)) return;
    if (!standsApart(text, start, end) || isRead(tokens, word, start, end, isTaken)) return;
    const last = units[depth - 1]!;
    if (counts[spelled]! > 0 && isCutShort(text, units[0]!, last)) return;
    if (counts[spelled] === depth && isName(text, start)) return;
    const doubtful = doubtfulPlaces(spelling);
    if (doubtful.length + counts[spelled]! > 0 && ordinary.isWritten(text, start, end)) return;
    const doubt =
      doubtful.length > 0 ? { places: doubtful, isMostlyPlain: own > 1, isRare: term.rare } : undefined;
    addToken(tokens, word, start, end, depth - own, doubt);
  }

  /** Whether anything but other characters stands for a letter: a short term is not known by sound alone. */
  function leansOnLetter(spelling: string): boolean {
    for (let at = 0; at < depth; at++)
      if (units[at]!.by !== 'character' || units[at]!.code === spelling.charCodeAt(at)) return true;
    return depth === 1;
  }

  /** Places of letters that are not the term's own. */
  function doubtfulPlaces(spelling: string): number[] {
    const places: number[] = [];
    for (let at = 0; at < depth; at++) {
      const unit = units[at]!;
      if (unit.by === 'character' && mannerOf(unit, spelling.charCodeAt(at), depth)! >= alike)
        places.push(unit.from);
    }
    return places;
  }
}
