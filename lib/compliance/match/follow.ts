import { afterPause } from '../text/fold.ts';
import { isBreak, isHan, isHardBreak } from '../text/marks.ts';
import type { Pattern } from './pattern.ts';
import type { Reader } from './reader.ts';
import { type Token, tokenAt } from './tokens.ts';

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

/** Gives the longest way to read a pattern from a place of the open text; `finding` is what `*` stands for. */
export type Follow = (pattern: Pattern, position: number, finding?: Span) => Match | null;

const numerals = new Set(
  '一二三四五六七八九十百千万亿两半几零〇数0123456789'.split('').map((c) => c.charCodeAt(0)),
);
const longestNumber = 10;

export function createFollow(reader: Reader): Follow {
  const { tokens } = reader;
  let { steps }: Pick<Pattern, 'steps'> = { steps: [] };
  let finding: Span | undefined;
  // tokens taken on the way, and those of the best way so far
  const picked: number[] = [];
  let best: number[] = [];
  let bestEnd = -1;
  let bestSpelled = 0;

  return (pattern, position, about) => {
    steps = pattern.steps;
    finding = about;
    picked.length = 0;
    bestEnd = -1;
    follow(0, position);
    if (bestEnd === -1) return null;
    return { start: position, end: bestEnd, tokens: best.map((index) => tokenAt(tokens, index)) };
  };

  function follow(index: number, position: number): void {
    if (index === steps.length) {
      keepBest(position);
      return;
    }
    const step = steps[index]!;
    const { text } = reader;
    if (step.kind === 'not') {
      if (!stands(step.group, position)) follow(index + 1, position);
      return;
    }
    if (step.kind === 'end') {
      if (isOver(position)) follow(index + 1, position);
      return;
    }
    for (let gap = 0; gap <= step.gap; gap++) {
      const at = position + gap;
      if (at > text.length) return;
      if (gap > 0 && !passable(at - 1, step.far)) return;
      if (step.kind === 'finding') {
        if (finding && at === finding.start) follow(index + 1, finding.end);
        continue;
      }
      if (at >= text.length) return;
      if (gap > 0 && !step.far && text.flags[at]! & afterPause) return;
      if (step.kind === 'words') takeWords(step.group, index, at);
      else if (step.kind === 'number') takeNumber(index, at);
      else if (isHan(text.codes[at]!)) follow(index + 1, at + 1);
    }
  }

  function takeWords(group: number, index: number, at: number): void {
    const { text } = reader;
    const last = tokens.first[at + 1]!;
    for (let token = tokens.first[at]!; token < last; token++) {
      if (!reader.isOf(tokens.word[token]!, group)) continue;
      picked.push(token);
      let end = tokens.end[token]!;
      const code = text.codes[end - 1];
      follow(index + 1, end);
      // 最最好: the repeated letter belongs to the word before it
      const first = end;
      while (end < text.length && end - first < 3 && text.codes[end] === code) end++;
      if (end > first) follow(index + 1, end);
      picked.pop();
    }
  }

  function takeNumber(index: number, at: number): void {
    const { codes, length } = reader.text;
    let end = at;
    while (end < length && end - at < longestNumber && numerals.has(codes[end]!)) end++;
    if (end > at) follow(index + 1, end);
  }

  /** Of two readings of one span, the one with fewer letters unread. */
  function keepBest(end: number): void {
    if (end < bestEnd || !picked.every(reader.isToken)) return;
    let spelled = 0;
    for (const token of picked) spelled += tokens.end[token]! - tokens.start[token]!;
    if (end === bestEnd && spelled <= bestSpelled) return;
    bestEnd = end;
    bestSpelled = spelled;
    best = picked.slice();
  }

  function stands(group: number, at: number): boolean {
    if (at >= reader.text.length) return false;
    for (let token = tokens.first[at]!; token < tokens.first[at + 1]!; token++)
      if (reader.isOf(tokens.word[token]!, group) && reader.isToken(token)) return true;
    return false;
  }

  function isOver(at: number): boolean {
    const { codes, flags, length } = reader.text;
    return at >= length || isBreak(codes[at]!) || (flags[at]! & afterPause) !== 0;
  }

  function passable(at: number, far: boolean): boolean {
    const code = reader.text.codes[at]!;
    return far ? !isHardBreak(code) : !isBreak(code);
  }
}
