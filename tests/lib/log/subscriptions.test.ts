import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Net } from '../../../lib/lists/subscription-fetch.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { readContent, readHeads } from '../../../lib/log/lists.ts';
import { readRules } from '../../../lib/log/rules.ts';
import {
  readSubscriptions,
  subscribe,
  takeHeld,
  unsubscribe,
  updateList,
} from '../../../lib/log/subscriptions.ts';

const url = 'https://lists.example/beauty.txt';
const start = Date.UTC(2026, 10, 22, 12);
const by = { who: '' };
const wish = { url, group: 'industry' as const, name: 'lists.example' };
const serving = (body: string, status = 200): Net => ({
  fetch: async () => new Response(body, { status }),
  patience: 5000,
});
const light = async () => null;
const heavy = async () => ({ flags: 900, of: 1000 });

let db: Database;
beforeEach(() => {
  db = openDatabase(crypto.randomUUID());
});
afterEach(() => db.delete());

async function subscribed(body: string) {
  const made = await subscribe(db, wish, serving(body), start, by);
  if (!made.ok) throw new Error(made.trouble);
  return made.head;
}
const wordsNow = async () => {
  const [head] = await readHeads(db);
  return (await readContent(db, head!.hash))?.terms.map(({ text }) => text);
};

test('a list that is subscribed to is there and off; twice it cannot be', async () => {
  const head = await subscribed('# Title: 美妆\n根治\n');

  expect(head).toMatchObject({ name: '美妆', group: 'industry', terms: 1, version: 1 });
  expect((await readRules(db)).off.lists).toEqual([head.id]);
  expect(await subscribe(db, wish, serving('根治'), start, by)).toEqual({ ok: false, trouble: 'known' });
});

test('nothing is kept of an address that gives no list', async () => {
  expect(await subscribe(db, wish, serving('', 404), start, by)).toEqual({ ok: false, trouble: 'gone' });

  expect(await readHeads(db)).toEqual([]);
  expect(await readSubscriptions(db)).toEqual([]);
});

test('a new version is taken; after a failure the last good one stays, and the trouble is said', async () => {
  const { id } = await subscribed('根治\n');

  await updateList(db, id, serving('根治\n包过\n'), start + 1, light);
  const after = await updateList(db, id, serving('<html>', 200), start + 2, light);

  expect(await wordsNow()).toEqual(['根治', '包过']);
  expect(after).toMatchObject({ trouble: 'malformed', goodAt: start + 1, checkedAt: start + 2 });
  expect((await readHeads(db))[0]).toMatchObject({ version: 2 });
});

test('a version that would flag much more waits until a person takes it', async () => {
  const { id } = await subscribed('根治\n');

  const held = await updateList(db, id, serving('根治\n的\n'), start + 1, heavy);
  expect(held?.held).toMatchObject({ flags: 900, of: 1000 });
  expect(await wordsNow()).toEqual(['根治']);

  // the same again is not weighed again
  const again = await updateList(db, id, serving('根治\n的\n'), start + 2, () => {
    throw new Error('weighed twice');
  });
  expect(again?.held).toEqual(held?.held);
  expect(await takeHeld(db, id, start + 3, by)).toBe(true);
  expect(await wordsNow()).toEqual(['根治', '的']);
  expect((await readSubscriptions(db))[0]?.held).toBeUndefined();
});

test('a milder version that comes after takes the place of the one that waits', async () => {
  const { id } = await subscribed('根治\n');
  await updateList(db, id, serving('根治\n的\n'), start + 1, heavy);

  const after = await updateList(db, id, serving('根治\n包过\n'), start + 2, light);

  expect(after?.held).toBeUndefined();
  expect(await wordsNow()).toEqual(['根治', '包过']);
});

test('unsubscribed, a list stays as it is or goes; nothing brings its address back', async () => {
  const { id } = await subscribed('根治\n');

  await unsubscribe(db, id, false, { ...by, at: start });
  expect(await updateList(db, id, serving('包过'), start, light)).toBeUndefined();
  expect(await wordsNow()).toEqual(['根治']);

  await unsubscribe(db, id, true, { ...by, at: start });
  expect(await readHeads(db)).toEqual([]);
});
