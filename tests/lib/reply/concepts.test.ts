import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composed, concepts, phrases } from '../../../lib/reply/concepts.ts';
import { kinOf } from '../../../lib/reply/match.ts';
import { segment } from '../../../lib/reply/segment.ts';

const data = join(import.meta.dirname, '../../../lib/reply/data');
const read = (name: string) => readFileSync(join(data, name), 'utf8');

describe('the lexicon', () => {
  it('gives every phrase one meaning', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const file of ['lexicon.json', 'goods.json', 'frame.json', 'slots.json']) {
      for (const [group, members] of Object.entries(
        JSON.parse(read(file)) as Record<string, Record<string, string>>,
      )) {
        for (const [member, words] of Object.entries(members)) {
          for (const word of words.split(/[ /]/)) {
            if (seen.has(word)) twice.push(`${word}: ${seen.get(word)} and ${group}.${member}`);
            seen.set(word, `${group}.${member}`);
          }
        }
      }
    }

    expect(twice).toEqual([]);
    expect(phrases.size).toBe(seen.size);
  });

  it('never says a thing and its denial with one concept', () => {
    const affirmed = [
      '能退',
      '有货',
      '包邮',
      '显瘦',
      '含糖',
      '偏大',
      '加绒',
      '新款',
      '国产',
      '早上',
      '饭前',
      '防滑',
    ];
    const denied = [
      '不能退',
      '没货',
      '不包邮',
      '显胖',
      '无糖',
      '偏小',
      '不加绒',
      '老款',
      '进口',
      '晚上',
      '饭后',
      '滑倒',
    ];
    const meaning = (text: string) =>
      segment(text).map(({ concept, text: word }) => (concept < 0 ? word : concept));

    affirmed.forEach((text, index) => {
      expect(meaning(text), text).not.toEqual(meaning(denied[index]!));
    });
  });

  it('names known concepts wherever it names one', () => {
    expect(composed.length).toBeGreaterThan(50);
    expect(concepts.some((_, number) => kinOf(number).length > 0)).toBe(true);
  });

  it('is kept formatted', () => {
    for (const name of readdirSync(data)) {
      const text = read(name);
      expect(`${JSON.stringify(JSON.parse(text), null, 2)}\n`, name).toBe(text);
    }
  });
});
