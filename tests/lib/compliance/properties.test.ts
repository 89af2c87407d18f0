import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRules, emptySettings, prepareRules, ruleCatalogue } from '../../../lib/compliance/index.ts';
import { createFolded, fold, lettersOf } from '../../../lib/compliance/text/fold.ts';
import { buildFoldTable } from '../../../lib/compliance/text/fold-table.ts';
import { channels, productCategories, type RuleSettings } from '../../../lib/compliance/types.ts';

const checker = compileRules();
const table = buildFoldTable();
const normalForm = (text: string): string => lettersOf(fold(text, table, createFolded()));
const host = { channel: 'host' } as const;
const prepared = prepareRules();
const with_ = (settings: Partial<RuleSettings>) =>
  compileRules({ ...emptySettings, ...settings }, Date.now, prepared);

const pieces = fc.constantFrom(
  ...'最好第一全网低价治疗糖尿病加微信v❤🥇①zui hao 的，。？！\u200b\n氵台女子100%NO.1绝对',
  '国家级',
  '保证',
  '不能说',
  '𝗡',
  '➕',
  '最低价',
  '刷单',
  '好好学习',
  '学学习',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
);
const terms = fc.array(
  fc.oneof(
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.array(pieces, { minLength: 1, maxLength: 5 }).map((p) => p.join('')),
  ),
  { maxLength: 5 },
);

describe('any text', () => {
  test('is judged without throwing, the same twice, with offsets into it', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(...channels),
        fc.constantFrom(...productCategories),
        (text, channel, category) => {
          const findings = checker.check(text, { channel, category });

          expect(checker.check(text, { channel, category })).toEqual(findings);
          let last = 0;
          for (const finding of findings) {
            expect(finding.start).toBeGreaterThanOrEqual(last);
            expect(finding.end).toBeGreaterThan(finding.start);
            expect(text.slice(finding.start, finding.end)).toBe(finding.text);
            last = finding.start;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is judged the same when a letter after it makes it be read closely', () => {
    const own = with_({ terms: [{ text: '好好学习', severity: 'S2' }] });
    fc.assert(
      fc.property(texts, fc.constantFrom('host', 'viewer_comment'), (text, channel) => {
        const close = own.check(`${text}。x`, { channel });

        expect(own.check(`${text}。`, { channel })).toEqual(
          close.filter(({ end }) => end <= text.length + 1),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('that holds a term of the shop is found, and the slice holds its normal form', () => {
    fc.assert(
      fc.property(texts, terms, texts, (before, words, after) => {
        const own = with_({
          off: { lists: ruleCatalogue.map(({ id }) => id), categories: [], rules: [], terms: [] },
          terms: words.map((text) => ({ text, severity: 'S2' })),
        });
        for (const word of words) {
          const normal = normalForm(word);
          if (!/^[\u4e00-\u9fff]{2,}$/.test(normal)) continue;
          const text = `${before}。${word}。${after}`;
          const findings = own.check(text, host);
          expect(
            findings.some(({ text }) => normalForm(text).includes(normal)),
            `${word} in ${text}`,
          ).toBe(true);
          for (const finding of findings) expect(text.slice(finding.start, finding.end)).toBe(finding.text);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('folding keeps offsets that ascend and cover the letters', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const folded = fold(text, table, createFolded());
      let last = 0;
      for (let at = 0; at < folded.length; at++) {
        expect(folded.starts[at]).toBeGreaterThanOrEqual(last);
        expect(folded.ends[at]).toBeGreaterThanOrEqual(folded.starts[at]!);
        expect(folded.ends[at]).toBeLessThanOrEqual(text.length);
        last = folded.starts[at]!;
      }
    }),
  );
});

test('a text made to be slow is still judged quickly', () => {
  const text = '对治疗最好的'.repeat(2000);
  const begun = performance.now();

  checker.check(text, host);

  expect(performance.now() - begun).toBeLessThan(5000);
});
