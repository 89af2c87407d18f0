import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../lib/reply/words.ts';

describe('the words of a comment', () => {
  it('hears no other word in the beginning of one', () => {
    expect(wordsOf('掉色太严重 垃圾').all).toEqual(['掉色', '垃圾']);
  });

  it('spells a misspelt word as the lexicon does', () => {
    expect(wordsOf('眼色太深').all).toEqual(wordsOf('颜色太深').all);
  });
});
