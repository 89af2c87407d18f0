import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { createRuleReader } from '../../../lib/log/lists.ts';
import { keepPolicy } from '../../../lib/log/policy.ts';
import {
  changeReviewNeed,
  moveReview,
  readPending,
  readReviewNeed,
  readReviews,
} from '../../../lib/log/reviews.ts';
import { changeRules } from '../../../lib/log/rules.ts';
import { changeScripts } from '../../../lib/log/shop.ts';
import { readTrail, undoChange } from '../../../lib/log/trail.ts';
import type { ShopScript } from '../../../lib/shop/schema.ts';

let db: Database;
beforeEach(() => {
  db = openDatabase(`reviews-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const by = (who: string, at = 5) => ({ who, at });
const script = (id: string, text: string): ShopScript => ({
  id,
  addedAt: 1,
  text,
  examples: [],
  intent: 'other',
  scene: 'conversion',
});
const noon = new Date(2026, 10, 10, 12).getTime();

test('one person alone has nothing to review', async () => {
  await changeScripts(db, { put: [script('1', '包邮')] }, by('小林'));

  expect([await readReviews(db), [...(await readPending(db))]]).toEqual([[], []]);
});

test('from when a review is asked for, new and changed scripts wait; what was there does not', async () => {
  await changeScripts(db, { put: [script('1', '包邮'), script('2', '现货')] });
  await changeReviewNeed(db, 'operator', by('小林'));
  await changeScripts(db, { put: [script('2', '现货速发'), script('3', '七天无理由')] }, by('小林', 6));
  await changeScripts(db, { put: [{ ...script('1', '包邮'), code: 'by' }] });

  expect([...(await readPending(db))]).toEqual(['script:2', 'script:3']);
  expect((await readReviews(db))[0]?.steps).toEqual([
    { at: 6, who: '小林', did: 'made', to: 'draft', note: '' },
  ]);
});

test('a script is used once it is approved, waits again when its words change, and all of it is on the trail', async () => {
  await changeReviewNeed(db, 'operator', by('小林'));
  await changeScripts(db, { put: [script('1', '包邮')] });

  expect(await moveReview(db, 'script:1', 'submit', '', by('小林'))).toBe(true);
  expect(await moveReview(db, 'script:1', 'approve', '可以', by('王运营'))).toBe(true);
  expect(await moveReview(db, 'script:1', 'approve', '', by('别人'))).toBe(false);

  expect([...(await readPending(db))]).toEqual([]);
  expect(await readTrail(db, 1)).toMatchObject([
    {
      who: '王运营',
      why: '可以',
      changes: [{ part: 'review', key: 'script:1', after: [{ state: 'approved', text: '包邮' }] }],
    },
  ]);
  await changeScripts(db, { put: [script('1', '全国包邮')] });
  expect([...(await readPending(db))]).toEqual(['script:1']);
});

test('what was decided is not undone by a key, and a deleted word does not come back approved', async () => {
  await changeReviewNeed(db, 'operator', by('小林'));
  await changeRules(db, (rules) => ({ ...rules, terms: [{ text: '星空蓝', severity: 'S3' }] }), by('小林'));
  await changeRules(db, (rules) => ({ ...rules, terms: [] }), by('小林'));
  const [removed] = await readTrail(db, 1);

  expect(await undoChange(db, removed!.id!, by('小林'))).toBe(true);
  expect((await createRuleReader(db)({ now: noon })).terms).toEqual([{ text: '星空蓝', severity: 'S1' }]);

  await moveReview(db, 'term:星空蓝', 'submit', '', by('小林'));
  const [moved] = await readTrail(db, 1);
  expect(await undoChange(db, moved!.id!, by('小林'))).toBe(false);
  await moveReview(db, 'term:星空蓝', 'approve', '', by('王运营'));
  expect((await createRuleReader(db)({ now: noon })).terms).toEqual([{ text: '星空蓝', severity: 'S3' }]);
});

test('a company’s review is the least: it cannot be switched off here', async () => {
  await keepPolicy(db, { organisation: '某公司', review: 'operator' });

  expect(await readReviewNeed(db)).toBe('operator');
  await expect(changeReviewNeed(db, 'none', by('小林'))).rejects.toThrow('某公司');
  await changeReviewNeed(db, 'legal', by('小林'));
  expect(await readReviewNeed(db)).toBe('legal');
});
