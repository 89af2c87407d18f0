import { afterPause, type Folded } from '../text/fold.ts';
import { isBreak, isDigit, isHan, isHardBreak, isLatin } from '../text/marks.ts';
import type { Lexicon } from './lexicon.ts';
import type { Pattern } from './pattern.ts';
import type { Trie } from './trie.ts';

/** A word read at a place of the folded text. */
export interface Token {
  word: number;
  start: number;
  /** index after its last letter */
  end: number;
  /** letters that only sound or look like the word's; 0 when it is written as it is */
  veiled: number;
  /** letters that are the word's own */
  literal: number;
}

export interface Match {
  start: number;
  end: number;
  tokens: readonly Token[];
}

/** A span of folded letters. */
export interface Span {
  start: number;
  end: number;
}

/** Reads words and patterns at places of one folded text. */
export interface Reader {
  /** Turns to another text. */
  open(folded: Folded): void;
  wordsAt(position: number): readonly Token[];
  /** The longest way to read the pattern from `position`; `finding` is what `*` stands for. */
  match(pattern: Pattern, position: number, finding?: Span): Match | null;
  /** End of the number at `position`, or `position`. */
  numberEnd(position: number): number;
}

/** Adds the veiled spellings at a place to what was found there; gives the whole back. */
export type VeiledWordsAt = (folded: Folded, position: number, found: Token[] | null) => Token[] | null;

const none: readonly Token[] = [];

const numerals = new Set(
  '一二三四五六七八九十百千万亿两半几零〇数0123456789'.split('').map((c) => c.charCodeAt(0)),
);
const longestNumber = 10;

export function createReader(lexicon: Lexicon, trie: Trie, veiledWordsAt: VeiledWordsAt): Reader {
  // by group, a row of bits by word; words that came later belong to none
  const wordCount = lexicon.members.reduce((most, words) => Math.max(most, (words.at(-1) ?? -1) + 1), 0);
  const rowLength = (wordCount + 31) >>> 5;
  const membership = new Uint32Array(rowLength * lexicon.members.length);
  lexicon.members.forEach((words, group) => {
    for (const word of words) membership[group * rowLength + (word >>> 5)]! |= 1 << (word & 31);
  });

  let text: Folded;
  // what was read at a place, and of which text
  let seen: (readonly Token[])[] = [];
  let seenIn = new Int32Array(256);
  let turn = 0;
  let finding: Span | undefined;
  let picked: Token[] = [];
  let best: { end: number; spelled: number; tokens: Token[] } | null = null;

  return {
    open(folded) {
      text = folded;
      turn++;
      if (seenIn.length < folded.length) {
        seenIn = new Int32Array(folded.length * 2);
        seen = [];
      }
    },
    wordsAt,
    numberEnd,
    match(pattern, position, about) {
      finding = about;
      picked = [];
      best = null;
      follow(pattern, 0, position);
      const found = best as { end: number; tokens: Token[] } | null;
      return found && { start: position, end: found.end, tokens: found.tokens };
    },
  };

  function wordsAt(position: number): readonly Token[] {
    if (seenIn[position] === turn) return seen[position]!;
    let found: Token[] | null = null;
    const { codes, length } = text;
    let node = 0;
    let doubled = 0;
    for (let at = position; at < length; at++) {
      const code = codes[at]!;
      const next = trie.step(node, code);
      if (next === -1) {
        // 最最高级: a letter said twice
        if (at === position || code !== codes[at - 1] || ++doubled > 3) break;
        continue;
      }
      node = next;
      const word = trie.wordAt(node);
      if (word === -1 || !standsAlone(position, at + 1)) continue;
      const end = at + 1;
      found ??= [];
      found.push({ word, start: position, end, veiled: 0, literal: lexicon.words[word]!.length });
    }
    const all = veiledWordsAt(text, position, found) ?? none;
    seen[position] = all;
    seenIn[position] = turn;
    return all;
  }

  /** Latin words and numbers must not be parts of longer ones. */
  function standsAlone(start: number, end: number): boolean {
    const { codes, starts, ends, length } = text;
    if (start > 0 && sameRun(codes[start - 1]!, codes[start]!) && starts[start] === ends[start - 1])
      return false;
    if (end < length && sameRun(codes[end - 1]!, codes[end]!) && starts[end] === ends[end - 1]) return false;
    return true;
  }

  function numberEnd(position: number): number {
    let end = position;
    while (end < text.length && end - position < longestNumber && numerals.has(text.codes[end]!)) end++;
    return end;
  }

  function follow(pattern: Pattern, index: number, position: number): void {
    const step = pattern[index];
    if (!step) {
      if (best && position < best.end) return;
      let spelled = 0;
      for (const token of picked) spelled += token.end - token.start;
      // of two readings of one span, the one with fewer letters unread
      if (!best || position > best.end || spelled > best.spelled)
        best = { end: position, spelled, tokens: [...picked] };
      return;
    }
    if (step.kind === 'not') {
      for (const token of wordsAt(position)) if (belongs(token.word, step.group)) return;
      follow(pattern, index + 1, position);
      return;
    }
    if (step.kind === 'end') {
      const isOver =
        position >= text.length ||
        isBreak(text.codes[position]!) ||
        (text.flags[position]! & afterPause) !== 0;
      if (isOver) follow(pattern, index + 1, position);
      return;
    }
    for (let gap = 0; gap <= step.gap; gap++) {
      const at = position + gap;
      if (at > text.length) return;
      if (gap > 0 && !passable(at - 1, step.far)) return;
      if (step.kind === 'finding') {
        if (finding && at === finding.start) follow(pattern, index + 1, finding.end);
        continue;
      }
      if (at >= text.length) return;
      if (gap > 0 && !step.far && text.flags[at]! & afterPause) return;
      if (step.kind === 'letter') {
        if (isHan(text.codes[at]!)) follow(pattern, index + 1, at + 1);
        continue;
      }
      if (step.kind === 'number') {
        const end = numberEnd(at);
        if (end > at) follow(pattern, index + 1, end);
        continue;
      }
      for (const token of wordsAt(at)) {
        if (!belongs(token.word, step.group)) continue;
        picked.push(token);
        follow(pattern, index + 1, token.end);
        // 最最好: the repeated letter belongs to the word before it
        let end = token.end;
        while (end < text.length && end - token.end < 3 && text.codes[end] === text.codes[token.end - 1])
          end++;
        if (end > token.end) follow(pattern, index + 1, end);
        picked.pop();
      }
    }
  }

  function passable(at: number, far: boolean): boolean {
    const code = text.codes[at]!;
    return far ? !isHardBreak(code) : !isBreak(code);
  }

  function belongs(word: number, group: number): boolean {
    return word < wordCount && (membership[group * rowLength + (word >>> 5)]! & (1 << (word & 31))) !== 0;
  }
}

const sameRun = (a: number, b: number): boolean => (isDigit(a) && isDigit(b)) || (isLatin(a) && isLatin(b));
