import { describe, expect, test } from 'vitest';
import { intents } from '../../lib/reply/types.ts';
import { lines } from '../../rehearsal/viewers.ts';

describe('the viewers’ script', () => {
  test('has at least 600 lines, each once', () => {
    const texts = lines.map(({ text }) => text);

    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThanOrEqual(600);
  });

  test('is about eight products', () => {
    expect(new Set(lines.flatMap(({ product }) => product ?? [])).size).toBe(8);
  });

  test('has several lines for every intent, and no intent that is none', () => {
    const found = new Set(lines.map(({ intent }) => intent));

    expect([...found].sort()).toEqual([...intents].sort());
    for (const intent of intents) {
      const count = lines.filter((line) => line.intent === intent).length;
      expect(count, intent).toBeGreaterThanOrEqual(10);
    }
  });

  test('says nothing too long for a console', () => {
    for (const { text } of lines) {
      expect(text.length, text).toBeGreaterThan(0);
      expect(text.length, text).toBeLessThanOrEqual(100);
    }
  });
});
