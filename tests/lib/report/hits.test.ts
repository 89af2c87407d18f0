import { expect, test } from 'vitest';
import { openDatabase } from '../../../lib/log/database.ts';
import { zip } from '../../../lib/log/pack.ts';
import { digestVersion, emptyDigest } from '../../../lib/report/digest.ts';
import { hitsOf, readHits, sumHits } from '../../../lib/report/hits.ts';
import { write } from '../../../lib/report/kept.ts';
import { digestsOf, says, weSay } from './stretches.ts';

const events = [
  weSay(0, '这是最好的'),
  says(1, 'a', '真的最好吗'),
  says(2, 'b', '几号发货'),
  weSay(3, '最好下单'),
  says(4, 'c', '最好的'),
  says(5, 'd', '最好'),
];
const whole = new Map([['A1-best', { own: 2, viewers: 3 }]]);

test('hits of a rule are summed over terms, what we wrote apart from what viewers wrote', () => {
  const [digest] = digestsOf(events);
  const found = digest!.found!;
  const [one] = found.own.values();
  found.own.set('A1-best 最佳', { ...one!, term: '最佳', count: 4 });

  expect(hitsOf(digest!)).toEqual(new Map([['A1-best', { own: 6, viewers: 3 }]]));
});

test('the stretches of a session sum up to the same, wherever it is cut, and stay as they were', () => {
  for (const cuts of [[1], [2, 4], [1, 2, 3, 4, 5]]) {
    const parts = digestsOf(events, cuts).map((digest) => hitsOf(digest)!);
    const before = structuredClone(parts);

    expect(sumHits(parts)).toEqual(whole);
    expect(parts).toEqual(before);
  }
});

test('a stretch that nobody judged says nothing, which is not none', () => {
  expect(hitsOf(emptyDigest())).toBeNull();
  expect(hitsOf({ found: { rules: 'test', own: new Map(), viewers: new Map() } })).toEqual(new Map());
});

test('the hits of a session are read from its digests; without any, or when stopped, they are unknown', async () => {
  const db = openDatabase(`hits-${crypto.randomUUID()}`);
  for (const digest of digestsOf(events, [2])) {
    const { first, covered: count } = digest;
    const bytes = await zip(write(digest));
    await db.digests.put({ session: 's', first, count, version: digestVersion, bytes });
  }

  const read = (session: string, isStopped: boolean) => readHits(db, session, () => isStopped);

  expect(await read('s', false)).toEqual(whole);
  expect(await read('another', false)).toBeNull();
  expect(await read('s', true)).toBeNull();
  await db.delete();
});
