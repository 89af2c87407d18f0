import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { watch } from '../../../lib/log/reader.ts';
import { changeRules, readRules } from '../../../lib/log/rules.ts';
import {
  changeProducts,
  changeScripts,
  changeStarter,
  readProducts,
  readScripts,
  readStarter,
} from '../../../lib/log/shop.ts';
import type { ShopScript } from '../../../lib/shop/schema.ts';

const opened: Database[] = [];
const open = (name: string = crypto.randomUUID()): Database => {
  const db = openDatabase(name);
  opened.push(db);
  return db;
};
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

const script = (id: string, more: Partial<ShopScript> = {}): ShopScript => ({
  id,
  addedAt: 1,
  text: `回复${id}`,
  examples: ['多大码'],
  intent: 'size',
  scene: 'conversion',
  ...more,
});
const idsOf = async (db: Database) => (await readScripts(db)).map(({ id }) => id);

test('a database of the first version keeps what it holds and gains the shop’s tables', async () => {
  const name = crypto.randomUUID();
  const first = new Dexie(name);
  first
    .version(1)
    .stores({ sessions: 'id, [platform+roomId], startedAt', pages: '[session+first]', settings: 'id' });
  await first.table('settings').put({ id: 'rules', value: { product: 'food', allow: ['老字号'] } });
  await first.table('sessions').put({ id: 's', platform: 'taobao', roomId: '1', startedAt: 5, events: 3 });
  await first.table('pages').put({ session: 's', first: 0, count: 3, at: 5, text: '', sum: 0 });
  first.close();

  const db = open(name);
  await changeScripts(db, { put: [script('a')] });

  expect(await readRules(db)).toMatchObject({ product: 'food', allow: [{ text: '老字号' }] });
  expect(await db.sessions.get('s')).toMatchObject({ roomId: '1', events: 3 });
  expect(await db.pages.get(['s', 0])).toMatchObject({ count: 3 });
  expect(await idsOf(db)).toEqual(['a']);
  expect(await readProducts(db)).toEqual([]);
});

test('scripts stand in the order they were added', async () => {
  const db = open();

  await changeScripts(db, { put: [script('late', { addedAt: 9 }), script('early', { addedAt: 3 })] });

  expect(await idsOf(db)).toEqual(['early', 'late']);
});

test('one misshapen row leaves the whole table as it was', async () => {
  const db = open();
  await changeScripts(db, { put: [script('a')] });

  const bad = { ...script('c'), text: '' };
  await expect(async () => changeScripts(db, { put: [script('b'), bad], remove: ['a'] })).rejects.toThrow();

  expect(await idsOf(db)).toEqual(['a']);
});

test('a change tells what it takes to go back', async () => {
  const db = open();
  await changeScripts(db, { put: [script('a'), script('b')] });

  const { before, added } = await changeScripts(db, {
    put: [script('a', { text: '改过' }), script('c')],
    remove: ['b'],
  });
  await changeScripts(db, { put: before, remove: added });

  expect(await readScripts(db)).toEqual([script('a'), script('b')]);
});

test('an edit on one page is seen by another at once', async () => {
  const db = open();
  const seen: number[] = [];
  let arrived = () => {};
  const once = () => new Promise<void>((done) => (arrived = done));
  const first = once();
  const stop = watch(
    () => readProducts(db),
    (products) => {
      seen.push(products.length);
      arrived();
    },
    () => {},
  );
  await first;
  const second = once();

  await changeProducts(db, { put: [{ id: 'p', addedAt: 1, names: '风衣', facts: [] }] });
  await second;
  stop();

  expect(seen).toEqual([0, 1]);
});

test('the replies we bring along are on until somebody switches them', async () => {
  const db = open();
  expect(await readStarter(db)).toEqual({ isOn: true, off: [] });

  await changeStarter(db, (starter) => ({ ...starter, off: ['food'] }));
  await changeRules(db, (rules) => rules);

  expect(await readStarter(db)).toEqual({ isOn: true, off: ['food'] });
});
