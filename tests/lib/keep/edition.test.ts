import { expect, test } from 'vitest';
import type { Maker } from '../../../lib/index/maker.ts';
import { indexedTo, indexSession } from '../../../lib/index/pass.ts';
import { cleanUp } from '../../../lib/keep/clean-up.ts';
import { usualKeep } from '../../../lib/keep/settings.ts';
import { comment } from '../../fixtures/events.ts';
import { day, newLog, now, putSession } from './store.ts';

const old = now - 40 * day;
const said = Array.from({ length: 20 }, (_, i) => comment(`第${i}句`, { at: old + i, seenAt: old + i }));

/** Keeps the words of its stretch, and does something while it makes. */
const maker = (meanwhile: () => Promise<unknown>): Maker => ({
  table: 'signs',
  version: 1,
  async make({ session, first, count, events }) {
    await meanwhile();
    return { session, first, count, version: 1, bytes: new TextEncoder().encode(JSON.stringify(events)) };
  },
});

test('what is made of events that go meanwhile is not kept, and is made again without them', async () => {
  const db = newLog();
  await putSession(db, 's', said);
  const clean = () => cleanUp(db, { settings: usualKeep, isTight: false, now });
  const options = { isStopped: () => false, now: () => now };

  const isDone = await indexSession(db, 's', { ...options, makers: [maker(clean)] });

  expect(isDone).toBe(false);
  expect([await db.signs.count(), await indexedTo(db, 's')]).toEqual([0, 0]);
  expect(await indexSession(db, 's', { ...options, makers: [maker(async () => {})] })).toBe(true);
  const [sign] = await db.signs.toArray();
  expect(new TextDecoder().decode(sign?.bytes)).not.toContain('第');
});
