import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { createRuleReader, readContent, readHeads, removeList, saveList } from '../../../lib/log/lists.ts';
import { keepRuleSet, readRuleSets } from '../../../lib/log/rule-sets.ts';
import { changeRules, readRules } from '../../../lib/log/rules.ts';

let db: Database;
beforeEach(() => {
  db = openDatabase(`lists-${Math.random()}`);
});
afterEach(() => db.delete());

const about = { id: 'brand', name: '品牌方词单', group: 'shop' } as const;
const content = (...words: string[]) => ({
  terms: words.map((text) => ({ text, severity: 'S2' as const })),
  allow: [],
});
/** no profile holds by itself then */
const noon = new Date(2026, 10, 10, 12).getTime();
const switchOn = () => changeRules(db, (rules) => ({ ...rules, off: { ...rules.off, lists: [] } }));

test('a new list comes switched off, and counts once it is on', async () => {
  await saveList(db, about, content('星空蓝'), 1);
  const read = createRuleReader(db);

  const before = await read({ now: noon });
  await switchOn();
  const after = await read({ now: noon });

  expect(before.lists).toBeUndefined();
  expect(after.lists).toMatchObject([{ id: 'brand', terms: [{ text: '星空蓝' }] }]);
});

test('a list that changes goes up in version and keeps its switch; the same content changes nothing', async () => {
  await saveList(db, about, content('星空蓝'), 1);
  await switchOn();

  const same = await saveList(db, about, content('星空蓝'), 2);
  const other = await saveList(db, about, content('夜海蓝'), 3);

  expect([same.version, other.version]).toEqual([1, 2]);
  expect((await readRules(db)).off.lists).toEqual([]);
  expect((await readHeads(db)).map(({ terms, updatedAt }) => [terms, updatedAt])).toEqual([[1, 3]]);
});

test('what judged stays to be read after the list has changed or gone', async () => {
  const { hash } = await saveList(db, about, content('星空蓝'), 1);
  await switchOn();
  const settings = await createRuleReader(db)({ now: noon });
  await keepRuleSet(db, { version: 'v1', builtIn: 'b', settings, at: 1 });

  await removeList(db, 'brand');

  const [set] = await readRuleSets(db, ['v1']);
  expect(set?.lists).toEqual([{ id: 'brand', name: '品牌方词单', hash }]);
  expect(set?.settings).not.toHaveProperty('lists');
  expect((await readContent(db, hash))?.terms).toMatchObject([{ text: '星空蓝' }]);
  expect(await readHeads(db)).toEqual([]);
});

test('the words that a profile brought stay to be read with the version that they judged in', async () => {
  const night = new Date(2026, 10, 10, 23).getTime();
  const settings = await createRuleReader(db)({ now: night });
  await keepRuleSet(db, { version: 'v2', builtIn: 'b', settings, at: 1 });

  const [set] = await readRuleSets(db, ['v2']);

  expect(set?.lists).toMatchObject([{ id: 'profile:night' }]);
  expect((await readContent(db, set!.lists![0]!.hash))?.terms.map(({ text }) => text)).toContain('赶紧下单');
});
