import { afterEach, expect, test } from 'vitest';
import { giveBack } from '../../components/give-back.ts';
import { openDatabase } from '../../lib/log/database.ts';
import { saveProvider } from '../../lib/log/provider.ts';

const db = openDatabase('give-back');
afterEach(() => Promise.all([db.subscriptions.clear(), db.settings.clear()]));

const given = async (origin: string): Promise<string[]> => {
  const left: string[] = [];
  await giveBack(db, origin, async (one) => void left.push(one));
  return left;
};
const subscription = { expires: 1, checkedAt: 0, goodAt: 0, failures: 0 };

test('a host that nothing is fetched from any more is given back', async () => {
  await db.subscriptions.put({ ...subscription, id: 'a', url: 'https://lists.example.com/a.txt' });

  expect(await given('https://other.example.com/*')).toEqual(['https://other.example.com/*']);
});

test('a host that another list still comes from is kept', async () => {
  await db.subscriptions.put({ ...subscription, id: 'a', url: 'https://lists.example.com/a.txt' });

  expect(await given('https://lists.example.com/*')).toEqual([]);
});

test('a host that the model answers from is kept', async () => {
  await saveProvider(db, {
    preset: 'custom',
    address: 'https://api.example.com/v1',
    key: 'k',
    model: 'm',
    perMinute: 1,
    perSession: 1,
    savedAt: 0,
  });

  expect(await given('https://api.example.com/*')).toEqual([]);
});
