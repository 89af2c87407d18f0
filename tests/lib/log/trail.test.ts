import { afterEach, beforeEach, expect, test } from 'vitest';
import { termKey } from '../../../lib/compliance/types.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { readHeads, removeList, renameList, saveList } from '../../../lib/log/lists.ts';
import { changeRules, readRules } from '../../../lib/log/rules.ts';
import { readTrail, undoChange } from '../../../lib/log/trail.ts';

let db: Database;
beforeEach(() => {
  db = openDatabase(`trail-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const about = { id: 'brand', name: '品牌方词单', group: 'shop' } as const;
const content = (...words: string[]) => ({
  terms: words.map((text) => ({ text, severity: 'S2' as const })),
  allow: [],
});
const by = (at: number, why?: string) => ({ who: '小林', at, ...(why && { why }) });
const ban = (text: string) => (rules: Awaited<ReturnType<typeof readRules>>) => ({
  ...rules,
  terms: [...rules.terms, { text, severity: 'S3' as const }],
});

test('a change of the rules says who, when, why, and what it was', async () => {
  await changeRules(db, ban('星空蓝'), by(7, '品牌方来函'));
  await changeRules(db, (rules) => ({ ...rules }), by(8));

  expect(await readTrail(db, 10)).toEqual([
    {
      id: 1,
      at: 7,
      who: '小林',
      why: '品牌方来函',
      changes: [{ part: 'terms', key: '星空蓝', before: [], after: [{ text: '星空蓝', severity: 'S3' }] }],
    },
  ]);
});

test('a list that is deleted comes back with its switches, and the way back is on the trail', async () => {
  const head = await saveList(db, about, content('星空蓝', '夜海蓝'), 1);
  const off = { lists: [], categories: [], rules: [], terms: [termKey('brand', '夜海蓝')] };
  await changeRules(db, (rules) => ({ ...rules, off }), by(2));
  await removeList(db, 'brand', by(3));
  const [removed] = await readTrail(db, 1);
  expect((await readRules(db)).off.terms).toEqual([]);

  const isUndone = await undoChange(db, removed!.id!, by(4));

  expect(isUndone).toBe(true);
  expect(await readHeads(db)).toEqual([head]);
  expect((await readRules(db)).off).toEqual(off);
  expect(await readTrail(db, 1)).toMatchObject([{ at: 4, undoes: removed!.id! }]);
});

test('what was changed again since stays as it is', async () => {
  await saveList(db, about, content('星空蓝'), 1);
  await renameList(db, 'brand', '春季词单', by(2));
  const [renamed] = await readTrail(db, 1);
  await renameList(db, 'brand', '夏季词单', by(3));

  expect(await undoChange(db, renamed!.id!, by(4))).toBe(false);
  expect((await readHeads(db)).map(({ name }) => name)).toEqual(['夏季词单']);
});

test('a change that fails leaves no trace', async () => {
  const fails = changeRules(db, () => {
    throw new Error('no');
  });

  await expect(fails).rejects.toThrow('no');
  expect(await readTrail(db, 10)).toEqual([]);
});
