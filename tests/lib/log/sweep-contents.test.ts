import { afterEach, expect, test } from 'vitest';
import { emptySettings } from '../../../lib/compliance/types.ts';
import { openDatabase } from '../../../lib/log/database.ts';
import { readHeads, removeList, saveList } from '../../../lib/log/lists.ts';
import { keepRuleSet } from '../../../lib/log/rule-sets.ts';
import { sweepContents } from '../../../lib/log/sweep-contents.ts';
import { readTrail, undoChange } from '../../../lib/log/trail.ts';
import type { Session } from '../../../lib/model.ts';

const day = 86_400_000;
const db = openDatabase('sweep-contents');
afterEach(() => Promise.all(db.tables.map((table) => table.clear())));

const given = { id: 'a', name: '词单', group: 'shop' } as const;
const holding = (text: string) => ({ terms: [{ text, severity: 'S3' as const }], allow: [] });
const kept = () => db.listContents.count();

test('what a list held goes 30 days after it was changed, and then that change cannot be taken back', async () => {
  await saveList(db, given, holding('甲乙'), 0);
  await saveList(db, given, holding('丙丁'), day);
  const [change] = await readTrail(db, 1);

  expect(await sweepContents(db, 31 * day - 1)).toBe(0);
  expect(await sweepContents(db, 32 * day)).toBe(1);
  expect(await kept()).toBe(1);
  expect(await undoChange(db, change!.id!, { who: '', at: 32 * day })).toBe(false);
  expect((await readHeads(db))[0]!.version).toBe(2);
});

test('what judged a session that is kept stays, and goes with it', async () => {
  const { hash } = await saveList(db, given, holding('甲乙'), 0);
  const lists = [{ ...given, hash, ...holding('甲乙') }];
  await keepRuleSet(db, { version: 'v', builtIn: 'b', settings: { ...emptySettings, lists }, at: day });
  await removeList(db, 'a', { who: '', at: day });
  await db.sessions.put({ id: 's', startedAt: day, lastAt: 2 * day } as Session);

  expect(await sweepContents(db, 100 * day)).toBe(0);
  await db.sessions.clear();
  expect(await sweepContents(db, 100 * day)).toBe(1);
});
