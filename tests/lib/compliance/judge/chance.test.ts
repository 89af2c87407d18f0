import { describe, expect, test } from 'vitest';
import { compileRules } from '../../../../lib/compliance/index.ts';
import { isBlocking } from '../../../../lib/compliance/types.ts';

const checker = compileRules();
const found = (text: string) => checker.check(text, { channel: 'host' });

describe('letters that meet by chance are shown and do not block', () => {
  test.each([
    ['壮阳台的花架子承重三十斤', 'a claim whose last letter belongs to another word'],
    ['宝过来，妈妈给你扎头发', 'a sound-alike before a verb goes on'],
    ['掘对面那块地，准备种红薯', 'a sound-alike whose last letter belongs to another word'],
  ])('%s: %s', (text) => {
    const findings = found(text);

    expect(findings.map(({ exemption }) => exemption)).toContain('X-LIKE');
    expect(findings.filter(isBlocking)).toEqual([]);
  });
});

test.each(['抗癌症的灵芝粉', '壮阳酒，男人喝的', '宝过班，不过退费', '丁级面料，摸一下就知道'])(
  'what goes on as a claim does still blocks: %s',
  (text) => {
    expect(found(text).some(isBlocking)).toBe(true);
  },
);
