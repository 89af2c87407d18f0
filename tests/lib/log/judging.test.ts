import { expect, test, vi } from 'vitest';
import * as compiler from '../../../lib/compliance/index.ts';
import { openDatabase } from '../../../lib/log/database.ts';
import { createCheckers } from '../../../lib/log/judging.ts';
import { readRuleSets } from '../../../lib/log/rule-sets.ts';
import { changeRules } from '../../../lib/log/rules.ts';

test('compiles anew after a change only, and keeps what each version was', async () => {
  const db = openDatabase(crypto.randomUUID());
  const checkers = createCheckers(db, compiler);

  const before = await checkers();
  expect(await checkers({ place: null })).toBe(before);
  await changeRules(db, (rules) => ({ ...rules, levels: { ...rules.levels, promise: 'S3' } }));
  const after = await checkers();

  expect(after.version).not.toBe(before.version);
  await vi.waitFor(async () =>
    expect(await readRuleSets(db, [before.version, after.version])).toHaveLength(2),
  );
});
