import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { RulesPage } from '../../components/rules/RulesPage.tsx';
import { LogContext } from '../../components/use-log.ts';
import { ruleCatalogue } from '../../lib/compliance/index.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { zip } from '../../lib/log/pack.ts';
import { changeRules } from '../../lib/log/rules.ts';
import { digestVersion, emptyDigest, type Found } from '../../lib/report/digest.ts';
import { write } from '../../lib/report/kept.ts';
import { show, start } from './show.tsx';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

/** Six sessions, the last of which is the newest. */
const sessions = Array.from({ length: 6 }, (_, i) => ({
  id: `s${i}`,
  platform: 'douyin' as const,
  roomId: '1',
  title: `第${i}场`,
  tabId: null,
  startedAt: start + i * 3_600_000,
  lastAt: start + i * 3_600_000,
  endedAt: start + i * 3_600_000,
  isClosed: true,
  events: 10,
  comments: 10,
  rejected: 0,
  streams: {},
  loose: 0,
}));

async function page(): Promise<Database> {
  const db = openDatabase(`row-hits-${crypto.randomUUID()}`);
  opened.push(db);
  await db.sessions.bulkPut(sessions);
  await changeRules(db, (rules) => ({
    ...rules,
    terms: [
      { text: '秋千架', severity: 'S3' },
      { text: '滑梯', severity: 'S3' },
    ],
  }));
  show(
    <LogContext value={db}>
      <RulesPage />
    </LogContext>,
  );
  return db;
}

const found = (rule: string, count: number): [string, Found] => [
  rule,
  { rule, term: rule, severity: 'S3', category: 'OWN', basis: '', rewrites: [], count, at: [] },
];

async function digest(db: Database, session: string, rule: string, own: number, viewers: number) {
  const judged = {
    rules: 'test',
    own: new Map([found(rule, own)]),
    viewers: new Map([found(rule, viewers)]),
  };
  const bytes = await zip(write({ ...emptyDigest(), found: judged }));
  await db.digests.put({ session, first: 0, count: 10, version: digestVersion, bytes });
}

const row = async (word: string) => within((await screen.findByText(word)).closest('article')!);

test('a word tells its hits in the last sessions, what we wrote apart from what viewers wrote', async () => {
  const db = await page();
  const word = await row('秋千架');
  expect(word.queryByText(/命中/)).toBeNull();

  // the first one is too long ago
  for (const [i, { id }] of sessions.entries()) await digest(db, id, 'own:秋千架', i === 0 ? 100 : 1, 2);

  const hits = await word.findByText('近 5 场命中 15', {}, { timeout: 5000 });
  const told = hits.parentElement!.title.split('\n');
  expect(told[1]).toBe('我们发的 5 次，观众写的 10 次');
  expect(told.slice(2, 7).map((line) => line.slice(-3))).toEqual([
    '第5场',
    '第4场',
    '第3场',
    '第2场',
    '第1场',
  ]);
  expect((await row('滑梯')).getByText('–')).toBeTruthy();
});

test('a rule tells its hits, anew when a session was worked up further', async () => {
  const db = await page();
  const list = ruleCatalogue[0]!;
  const category = list.categories[0]!;
  const rule = category.rules[0]!;
  await digest(db, 's5', rule.id, 0, 7);
  await userEvent.click(await screen.findByRole('button', { name: list.name }));
  await userEvent.click(await screen.findByRole('button', { name: new RegExp(category.name) }));
  await screen.findByText('近 1 场命中 7', {}, { timeout: 5000 });

  await digest(db, 's4', rule.id, 1, 0);

  await waitFor(() => expect(screen.getByText('近 2 场命中 8')).toBeTruthy(), { timeout: 8000 });
});
