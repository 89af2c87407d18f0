import { describe, expect, test } from 'vitest';
import laws from '../../../lib/compliance/data/laws.json' with { type: 'json' };
import lists from '../../../lib/compliance/data/lists.json' with { type: 'json' };
import rewrites from '../../../lib/compliance/data/rewrites.json' with { type: 'json' };
import { ruleFiles } from '../../../lib/compliance/data.ts';
import { compileRules, emptySettings } from '../../../lib/compliance/index.ts';
import { isBlocking, productCategories } from '../../../lib/compliance/types.ts';

const checker = compileRules(emptySettings);
const rules = ruleFiles.flatMap((file) => file.rules.map((rule) => ({ ...rule, file })));

describe('the rule data', () => {
  test('has each id once, in order within its category, and each category once in a list', () => {
    for (const { rules, category } of ruleFiles) {
      const ids = rules.map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
      for (const id of ids) expect(id.startsWith(`${category}-`)).toBe(true);
    }
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(new Set(ruleFiles.map(({ category, list }) => `${list} ${category}`)).size).toBe(ruleFiles.length);
  });

  test('names laws, lists and rewrites that exist', () => {
    for (const rule of rules) {
      expect(laws).toHaveProperty([rule.law]);
      expect(lists.map(({ id }) => id)).toContain(rule.file.list);
      if (rule.rewrite) expect(rewrites).toHaveProperty([rule.rewrite]);
    }
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s: every example holds', (_, rule) => {
    const category = rule.only?.[0];
    const severe = (text: string) =>
      checker.check(text, { channel: 'host', category }).filter(({ severity }) => severity !== 'S0');

    expect(rule.flag.length).toBeGreaterThan(0);
    expect(rule.pass.length).toBeGreaterThan(0);
    for (const text of rule.flag)
      expect(
        severe(text).map((finding) => finding.rule),
        text,
      ).toContain(rule.id);
    for (const text of rule.pass)
      expect(
        severe(text).filter((finding) => finding.rule === rule.id),
        text,
      ).toEqual([]);
  });

  test('offers rewrites that scan clean in every channel and product category', () => {
    for (const rewrite of Object.values(rewrites).flat())
      for (const category of productCategories)
        expect(checker.check(rewrite, { channel: 'title', category }).filter(isBlocking), rewrite).toEqual(
          [],
        );
  });
});
