import { describe, expect, it } from 'vitest';
import {
  scoreComments,
  scorePairs,
  scoreRetrieval,
  scoreSettled,
} from '../../../scripts/bench/reply-quality.ts';

/** Floors a little below what the held-out halves measured; `npm run bench` prints the figures. */
describe('on labelled comments that were held out of tuning', () => {
  it('recognises questions and intents', () => {
    const { figures } = scoreComments('held');

    expect(figures.intent).toBeGreaterThanOrEqual(0.9);
    expect(figures.questionRecall).toBeGreaterThanOrEqual(0.97);
    expect(figures.questionPrecision).toBeGreaterThanOrEqual(0.97);
  });

  it('merges the same question and never opposites or other slots', () => {
    const { figures } = scorePairs('held');

    expect(figures.pairPrecision).toBeGreaterThanOrEqual(0.98);
    expect(figures.pairRecall).toBeGreaterThanOrEqual(0.85);
    expect(figures.oppositesMerged).toBe(0);
    expect(figures.slotsMerged).toBe(0);
  });

  it('finds the right reply, or none', () => {
    const { figures } = scoreRetrieval('held');

    expect(figures.replyFirst).toBeGreaterThanOrEqual(0.92);
    expect(figures.replyInThree).toBeGreaterThanOrEqual(0.96);
    expect(figures.nobodyKnowsRight).toBeGreaterThanOrEqual(0.84);
    expect(figures.nobodyKnowsWrong).toBeLessThanOrEqual(0.05);
  });

  it('finds the right reply in trades that no word was added for', () => {
    const { figures } = scoreRetrieval('last');

    expect(figures.replyFirst).toBeGreaterThanOrEqual(0.9);
    expect(figures.nobodyKnowsRight).toBeGreaterThanOrEqual(0.65);
    expect(figures.nobodyKnowsWrong).toBeLessThanOrEqual(0.05);
  });

  it('holds its ground on ten products whose misses nobody looked at', () => {
    const replies = scoreRetrieval('sealed').figures;
    const comments = scoreComments('sealed').figures;
    const pairs = scorePairs('sealed').figures;

    expect(replies.replyFirst).toBeGreaterThanOrEqual(0.75);
    expect(replies.replyInThree).toBeGreaterThanOrEqual(0.84);
    expect(replies.nobodyKnowsRight).toBeGreaterThanOrEqual(0.62);
    expect(replies.nobodyKnowsWrong).toBeLessThanOrEqual(0.09);
    expect(comments.questionPrecision).toBeGreaterThanOrEqual(0.95);
    expect(pairs.pairPrecision).toBeGreaterThanOrEqual(0.98);
    expect(pairs.oppositesMerged).toBe(0);
    expect(pairs.slotsMerged).toBe(0);
  });

  it('answers everyday words for goods of trades it never met', () => {
    const replies = scoreRetrieval('blind').figures;
    const comments = scoreComments('blind').figures;
    const pairs = scorePairs('blind').figures;

    expect(replies.replyFirst).toBeGreaterThanOrEqual(0.72);
    expect(replies.replyInThree).toBeGreaterThanOrEqual(0.82);
    expect(replies.nobodyKnowsRight).toBeGreaterThanOrEqual(0.55);
    expect(replies.nobodyKnowsWrong).toBeLessThanOrEqual(0.16);
    expect(comments.intent).toBeGreaterThanOrEqual(0.8);
    expect(pairs.pairRecall).toBeGreaterThanOrEqual(0.65);
    expect(pairs.pairPrecision).toBe(1);
  });

  it('knows what words lean to that nobody listed', () => {
    const replies = scoreRetrieval('unseen').figures;

    expect(replies.replyFirst).toBeGreaterThanOrEqual(0.73);
    expect(replies.replyInThree).toBeGreaterThanOrEqual(0.84);
    expect(replies.nobodyKnowsRight).toBeGreaterThanOrEqual(0.72);
    expect(replies.nobodyKnowsWrong).toBeLessThanOrEqual(0.11);
    expect(scoreSettled('unseen')).toBeGreaterThanOrEqual(0.68);
    expect(scoreSettled('blind')).toBeGreaterThanOrEqual(0.88);
  });
});
