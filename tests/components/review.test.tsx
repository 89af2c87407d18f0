import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { ReviewPage } from '../../components/review/ReviewPage.tsx';
import { LogContext } from '../../components/use-log.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { keepPolicy } from '../../lib/log/policy.ts';
import { changeReviewNeed, readReviewNeed, readReviews } from '../../lib/log/reviews.ts';
import { changeRules } from '../../lib/log/rules.ts';
import { changeScripts } from '../../lib/log/shop.ts';
import type { ShopScript } from '../../lib/shop/schema.ts';
import { show } from './show.tsx';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

const script = (id: string, text: string, addedAt: number): ShopScript => ({
  id,
  addedAt,
  text,
  examples: [],
  intent: 'other',
  scene: 'conversion',
});

async function queue(): Promise<Database> {
  const db = openDatabase(`review-${crypto.randomUUID()}`);
  opened.push(db);
  await changeReviewNeed(db, 'operator', { who: '小林', at: 1 });
  await changeScripts(db, { put: [script('1', '全国包邮', 1)] }, { who: '小林', at: 2 });
  await changeRules(db, (rules) => ({ ...rules, terms: [{ text: '星空蓝', severity: 'S3' }] }), {
    who: '小林',
    at: 3,
  });
  show(
    <LogContext value={db}>
      <ReviewPage />
    </LogContext>,
  );
  await screen.findByText('全国包邮');
  return db;
}
const stateOf = async (db: Database, id: string) =>
  (await readReviews(db)).find((one) => one.id === id)?.state;

test('keys send a draft on and approve it; the next one moves up', async () => {
  const db = await queue();

  await userEvent.keyboard('a');
  await waitFor(async () => expect(await stateOf(db, 'script:1')).toBe('operator'));
  await screen.findByText('待运营审核');
  // what was just sent stands behind what waited longer
  await userEvent.click(screen.getByRole('button', { name: /全国包邮/ }));
  await userEvent.keyboard('a');

  await waitFor(async () => expect(await stateOf(db, 'script:1')).toBe('approved'));
  await waitFor(() => expect(screen.queryByText('全国包邮')).toBeNull());
  await screen.findByText('星空蓝');
});

test('what is sent back needs a note, which its writer sees', async () => {
  const db = await queue();
  await userEvent.keyboard('a');
  await screen.findByText('待运营审核');
  await userEvent.click(screen.getByRole('button', { name: /全国包邮/ }));
  const back = () => screen.getByRole<HTMLButtonElement>('button', { name: '退回' });
  expect(back().disabled).toBe(true);

  await userEvent.type(screen.getByRole('textbox', { name: /意见/ }), '偏远地区不包邮');
  await userEvent.click(back());

  await waitFor(async () => expect(await stateOf(db, 'script:1')).toBe('draft'));
  await screen.findByText('有人退回：偏远地区不包邮');
});

test('without a review nothing is asked of anybody', async () => {
  const db = openDatabase(`review-${crypto.randomUUID()}`);
  opened.push(db);
  show(
    <LogContext value={db}>
      <ReviewPage />
    </LogContext>,
  );

  await screen.findByText('现在不需要审核，新写的保存后就能用。');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '需要审核' }), 'legal');
  await waitFor(async () => expect(await readReviewNeed(db)).toBe('legal'));
});

test('less than a company asks for is not offered, and its name stands there', async () => {
  const db = await queue();
  await keepPolicy(db, { organisation: '某公司', review: 'operator' });

  await screen.findByText(/由某公司统一设置/);
  const options = within(screen.getByRole('combobox', { name: '需要审核' })).getAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual(['运营', '运营 + 法务']);
});

test('axe finds nothing wrong with the queue', async () => {
  await queue();

  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });

  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
