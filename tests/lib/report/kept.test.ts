import { afterEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { zip } from '../../../lib/log/pack.ts';
import { digestVersion } from '../../../lib/report/digest.ts';
import { digestMaker, joinDigests, readDigests, write } from '../../../lib/report/kept.ts';
import { mergeDigests } from '../../../lib/report/merge.ts';
import { digestsOf, says } from './stretches.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

const events = Array.from({ length: 80 }, (_, i) => says(i, `v${i % 9}`, `${i % 5}号有货吗`));
const cuts = Array.from({ length: 39 }, (_, i) => 2 * (i + 1));

async function kept(): Promise<Database> {
  const db = openDatabase(`kept-${crypto.randomUUID()}`);
  opened.push(db);
  for (const digest of digestsOf(events, cuts)) {
    const { first, covered: count } = digest;
    await db.digests.put({
      session: 's',
      first,
      count,
      version: digestVersion,
      bytes: await zip(write(digest)),
    });
  }
  return db;
}

test('many digests become one record that says the same', async () => {
  const db = await kept();
  const digests = await readDigests(db, 's');

  await joinDigests(db, 's', digests, mergeDigests(digests));

  const [joined, ...others] = await readDigests(db, 's');
  expect(others).toEqual([]);
  expect(joined).toEqual(mergeDigests(digestsOf(events)));
});

test('a session that is worked up whole has records of some hundred thousand events at most', async () => {
  const db = await kept();
  const digests = digestsOf(events, cuts);
  const share = 50_000;
  for (const digest of digests)
    await db.digests.update(['s', digest.first], { bytes: await zip(write({ ...digest, covered: share })) });

  await digestMaker(null).finish!(db, 's');

  const joined = await readDigests(db, 's');
  expect(joined).toHaveLength(Math.ceil(digests.length / 3));
  expect(Math.max(...joined.map(({ covered }) => covered))).toBe(3 * share);
  expect({ ...mergeDigests(joined), covered: events.length }).toEqual(mergeDigests(digestsOf(events)));
});

test('digests that were thrown away meanwhile do not come back', async () => {
  const db = await kept();
  const digests = await readDigests(db, 's');
  await db.digests.clear();

  await joinDigests(db, 's', digests, mergeDigests(digests));

  expect(await db.digests.count()).toBe(0);
});

test('a record that cannot be read, or of another version, counts as not there', async () => {
  const db = await kept();
  await db.digests.update(['s', 0], { bytes: new Uint8Array([1, 2, 3]) });
  await db.digests.update(['s', 2], { version: 0 });

  expect((await readDigests(db, 's')).map(({ first }) => first)).toEqual(cuts.slice(1));
});
