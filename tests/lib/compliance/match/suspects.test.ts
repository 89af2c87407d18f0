import { expect, test } from 'vitest';
import { createOrdinary } from '../../../../lib/compliance/match/ordinary.ts';
import { createIsToken, type Doubt } from '../../../../lib/compliance/match/suspects.ts';
import { addToken, clearTokens, createTokens } from '../../../../lib/compliance/match/tokens.ts';
import { createFolded, fold } from '../../../../lib/compliance/text/fold.ts';
import { buildFoldTable } from '../../../../lib/compliance/text/fold-table.ts';

const table = buildFoldTable();
const isToken = createIsToken(createOrdinary());
const heard = (places: readonly number[]): Doubt => ({ places, isMostlyPlain: false, isRare: false });

/** A text with one word of two letters in it. */
function tokenIn(original: string, start: number, doubt?: Doubt) {
  const text = fold(original, table, createFolded());
  const tokens = createTokens();
  clearTokens(tokens, text.length);
  addToken(tokens, 7, start, start + 2, 1, doubt);
  return { tokens, text };
}

test('a word without a doubt is one', () => {
  const { tokens, text } = tokenIn('这是顶级', 2);

  expect(isToken(tokens, 0, text)).toBe(true);
});

test('a suspected word is none where its letters are a common word, however often one asks', () => {
  const { tokens, text } = tokenIn('我们的宝贝', 3, heard([3]));

  expect(isToken(tokens, 0, text)).toBe(false);
  expect(isToken(tokens, 0, text)).toBe(false);
});

test('a suspected word stays one where its letters are no common word', () => {
  const { tokens, text } = tokenIn('这是鼎极', 2, heard([2]));

  expect(isToken(tokens, 0, text)).toBe(true);
  expect(isToken(tokens, 0, text)).toBe(true);
});

test('a doubt is forgotten with its text', () => {
  const { tokens, text } = tokenIn('我们的宝贝', 3, heard([3]));
  clearTokens(tokens, text.length);
  addToken(tokens, 7, 3, 5, 1);

  expect(isToken(tokens, 0, text)).toBe(true);
});
