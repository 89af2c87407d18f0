import type { Compiled } from '../compile.ts';
import type { Match } from '../match/follow.ts';
import { afterNoise, changed, type Folded, lettersOf, picture } from '../text/fold.ts';
import { isHan } from '../text/marks.ts';

/** A word read by sound or shape, in changed letters, or with something put between its letters. */
export function isVeiled({ tokens }: Match, folded: Folded, { lexicon }: Compiled): boolean {
  let end = -1;
  for (const token of tokens) {
    if (token.veiled > 0 || lexicon.hiding.has(token.word)) return true;
    if (token.end - token.start > lexicon.words[token.word]!.length) return true;
    const joined = token.start === end;
    for (let at = token.start; at < token.end; at++) {
      const flags = folded.flags[at]!;
      if (flags & changed || (flags & afterNoise && (at > token.start || joined))) return true;
    }
    end = token.end;
  }
  return false;
}

/**
 * Whether a word alone is written so that it is not recognised: by another sound or shape, drawn out, or with
 * marks or old forms that the text around it does without. A word of its own, such as 卫星, proves nothing.
 */
export function isDisguised({ tokens }: Match, folded: Folded, { lexicon }: Compiled): boolean {
  const { word, start, end, veiled } = tokens[0]!;
  const hides = lexicon.hiding.has(word) && !lexicon.hints.has(word);
  if (veiled > 0 || hides || end - start > lexicon.words[word]!.length) return true;
  const inside = countMarks(folded, start, end);
  if (inside.pictures > 0) return inside.pictures < end - start;
  if (inside.signs > 0) return true;
  if (inside.forms + inside.gaps === 0) return false;
  const before = countMarks(folded, 0, start);
  const after = countMarks(folded, end, folded.length);
  if (inside.forms > 0 && before.forms + after.forms === 0) return true;
  // the gap before its first letter is not inside it
  const first = folded.flags[start]! & afterNoise ? 1 : 0;
  return inside.gaps > first && (before.gaps + after.gaps + first) * 3 < folded.length;
}

/** How often letters are emoji, other signs, or characters in an old form, and how often a gap lies before one. */
function countMarks({ flags, original, starts }: Folded, from: number, to: number) {
  const count = { pictures: 0, signs: 0, forms: 0, gaps: 0 };
  for (let at = from; at < to; at++) {
    const flag = flags[at]!;
    if (flag & picture) count.pictures++;
    else if (flag & changed) count[isHan(original.charCodeAt(starts[at]!)) ? 'forms' : 'signs']++;
    if (flag & afterNoise) count.gaps++;
  }
  return count;
}

/** The words as they are meant, with what lies between them. */
export function canonicalOf({ start, end, tokens }: Match, folded: Folded, compiled: Compiled): string {
  let canonical = '';
  let at = start;
  for (const token of tokens) {
    canonical += betweenOf(folded, at, token.start, compiled) + meaningOf(token.word, compiled);
    at = token.end;
  }
  return canonical + betweenOf(folded, at, end, compiled);
}

/** Letters of the text, where no other word hides among them. */
function betweenOf(folded: Folded, from: number, to: number, compiled: Compiled): string {
  const { lexicon, reader } = compiled;
  const { word, end, veiled, first } = reader.tokens;
  let between = '';
  let at = from;
  while (at < to) {
    let longest = -1;
    for (let token = first[at]!; token < first[at + 1]!; token++) {
      const hides =
        veiled[token]! > 0 || (lexicon.hiding.has(word[token]!) && !lexicon.hints.has(word[token]!));
      const isLonger = longest === -1 ? end[token]! - at > 1 : end[token]! > end[longest]!;
      if (hides && end[token]! <= to && isLonger && reader.isToken(token)) longest = token;
    }
    between += longest === -1 ? lettersOf(folded, at, at + 1) : meaningOf(word[longest]!, compiled);
    at = longest === -1 ? at + 1 : end[longest]!;
  }
  return between;
}

const meaningOf = (word: number, { lexicon }: Compiled): string => lexicon.words[lexicon.meant[word]!]!;
