import type { Doubt } from './suspects.ts';

/** A word read at a place of the folded text. */
export interface Token {
  word: number;
  start: number;
  /** index after its last letter */
  end: number;
  /** letters that only sound or look like the word's; 0 when it is written as it is */
  veiled: number;
}

/** All words read in one text, in columns, so that reading makes no garbage. */
export interface Tokens {
  count: number;
  word: Int32Array;
  start: Int32Array;
  end: Int32Array;
  veiled: Uint8Array;
  /** 1 where it may be none at all: see suspects.ts */
  isDoubted: Uint8Array;
  doubts: Map<number, Doubt>;
  /** by place: its first token; the tokens of a place end where those of the next begin */
  first: Int32Array;
}

export const createTokens = (): Tokens => ({
  count: 0,
  doubts: new Map(),
  first: new Int32Array(512),
  ...columns(512),
});

const columns = (size: number) => ({
  word: new Int32Array(size),
  start: new Int32Array(size),
  end: new Int32Array(size),
  veiled: new Uint8Array(size),
  isDoubted: new Uint8Array(size),
});

/** Empties it and makes room for a text of so many letters. */
export function clearTokens(tokens: Tokens, length: number): void {
  tokens.count = 0;
  if (tokens.doubts.size > 0) tokens.doubts.clear();
  if (tokens.first.length <= length) tokens.first = new Int32Array(length * 2);
}

export function addToken(
  tokens: Tokens,
  word: number,
  start: number,
  end: number,
  veiled: number,
  doubt?: Doubt,
): void {
  const { count } = tokens;
  if (count === tokens.word.length) grow(tokens);
  tokens.word[count] = word;
  tokens.start[count] = start;
  tokens.end[count] = end;
  tokens.veiled[count] = veiled;
  tokens.isDoubted[count] = doubt ? 1 : 0;
  if (doubt) tokens.doubts.set(count, doubt);
  tokens.count++;
}

export const tokenAt = ({ word, start, end, veiled }: Tokens, index: number): Token => ({
  word: word[index]!,
  start: start[index]!,
  end: end[index]!,
  veiled: veiled[index]!,
});

function grow(tokens: Tokens): void {
  const bigger = columns(tokens.count * 2);
  bigger.word.set(tokens.word);
  bigger.start.set(tokens.start);
  bigger.end.set(tokens.end);
  bigger.veiled.set(tokens.veiled);
  bigger.isDoubted.set(tokens.isDoubted);
  Object.assign(tokens, bigger);
}
