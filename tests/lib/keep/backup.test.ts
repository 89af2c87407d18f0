import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySettings } from '../../../lib/compliance/types.ts';
import { sweepImports } from '../../../lib/export/import.ts';
import { tablesOf } from '../../../lib/keep/amounts.ts';
import { plainTables, writeBackup } from '../../../lib/keep/backup.ts';
import { purge } from '../../../lib/keep/purge.ts';
import { inspectBackup, restoreBackup } from '../../../lib/keep/restore.ts';
import { usualKeep } from '../../../lib/keep/settings.ts';
import { readSalt } from '../../../lib/keep/veil.ts';
import { type Database, derivedTables } from '../../../lib/log/database.ts';
import { changePlans, changeShows } from '../../../lib/log/day.ts';
import { makePage } from '../../../lib/log/page.ts';
import { keepPolicy, readManaged } from '../../../lib/log/policy.ts';
import { readEvents } from '../../../lib/log/reader.ts';
import { changeReviewNeed, readReviewNeed, readReviews } from '../../../lib/log/reviews.ts';
import { changeRules, readRules } from '../../../lib/log/rules.ts';
import { createWriter } from '../../../lib/log/writer.ts';
import { planTemplates } from '../../../lib/plans/templates.ts';
import { switchProfile } from '../../../lib/profile/holding.ts';
import { nightProfile } from '../../../lib/profile/night.ts';
import { anyEvent } from '../../fixtures/any-event.ts';
import { broadcast } from '../../fixtures/broadcast.ts';
import { comment } from '../../fixtures/events.ts';
import { newLog, now, putSession } from './store.ts';

const deed = { now, who: '运营小李', newId: () => crypto.randomUUID() };

async function backupOf(db: Database, more: { withKey?: boolean; beside?: Record<string, unknown> } = {}) {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await writeBackup(db, { ...deed, withKey: false, ...more }, async (part) => void parts.push(part));
  return new Blob(parts);
}

/** The file with its lines changed, packed again. */
async function altered(file: Blob, change: (lines: string[]) => string[]): Promise<Blob> {
  const text = gunzipSync(Buffer.from(await file.arrayBuffer())).toString();
  return new Blob([gzipSync(`${change(text.trimEnd().split('\n')).join('\n')}\n`)]);
}

/** Everything but what is worked out, and the entries that backup and restore themselves leave. */
async function dump(db: Database): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const name of ['sessions', 'pages', ...plainTables(db)])
    tables[name] = (await db.table(name).toArray()).filter(
      (row: { what?: string }) =>
        name !== 'ledger' || !['backup', 'restore', 'purge'].includes(row.what ?? ''),
    );
  return tables;
}

const transcriber = {
  preset: 'siliconflow',
  address: 'https://api.siliconflow.cn/v1',
  key: 'sk-secret-ear',
  model: 'FunAudioLLM/SenseVoiceSmall',
  savedAt: 1,
};
const provider = {
  preset: 'deepseek',
  address: 'https://api.example.com/v1',
  key: 'sk-secret',
  model: 'm',
  perMinute: 10,
  perSession: 300,
  savedAt: now,
} as const;

async function fill(db: Database): Promise<void> {
  await putSession(db, 'a', broadcast({ events: 120, start: now - 60_000 }), {}, 40);
  await putSession(db, 'b', [comment('在吗')]);
  await db.scripts.put({
    id: 's1',
    addedAt: 1,
    text: '48 小时发货',
    examples: ['几天发'],
    intent: 'shipping',
    scene: 'conversion',
  } as never);
  await db.products.put({ id: 'p1', addedAt: 1, names: '风衣', facts: [{ label: '面料', value: '棉' }] });
  await changeShows(db, {
    put: [{ id: 'w', addedAt: 1, name: '晚场', segments: [{ name: '开场', part: 'suspense', length: 90 }] }],
  });
  await changePlans(db, { put: [{ ...planTemplates[0]!, addedAt: 1 }] });
  await db.settings.bulkPut([
    { id: 'rules', value: emptySettings },
    { id: 'provider', value: provider },
    { id: 'transcriber', value: transcriber },
    { id: 'keep', value: usualKeep },
  ] as never);
  await readSalt(db);
  await db.listContents.put({ hash: 'h', content: { terms: [{ text: '最好', severity: 'S3' }], allow: [] } });
  await db.lists.put({
    id: 'l',
    name: '行业',
    group: 'industry',
    version: 1,
    hash: 'h',
    terms: 1,
    phrases: 0,
    updatedAt: 1,
  });
  await db.ruleSets.put({ version: 'v1', builtIn: 'x', settings: emptySettings, at: 1 });
  await db.ledger.bulkAdd([
    { at: now, what: 'consent', who: '主播', why: '合同第 3 条', room: '晚八点', covers: 'both', since: now },
    { at: now, what: 'withdrawal', who: '主播', why: '口头', of: 1 },
  ]);
}

test('every table is told of on the page, and worked out or backed up', () => {
  const db = newLog();

  expect(Object.values(tablesOf).flat().toSorted()).toEqual(db.tables.map(({ name }) => name).toSorted());
  expect(['sessions', 'pages', ...plainTables(db), ...derivedTables].toSorted()).toEqual(
    db.tables.map(({ name }) => name).toSorted(),
  );
});

test('backup, wipe, restore: the same tables', async () => {
  const db = newLog();
  await fill(db);
  const file = await backupOf(db, { withKey: true, beside: { preferences: { theme: 'dark' } } });
  const before = await dump(db);
  await purge(db, { now, who: '我', why: '试', ledgerToo: true });

  const restored = await restoreBackup(db, file, { ...deed, mode: 'replace' });

  expect(restored).toEqual({ ok: true, sessions: 2, beside: { preferences: { theme: 'dark' } } });
  expect(await dump(db)).toMatchObject({ ...before, ledger: expect.anything() });
  const ledger = (await dump(db)).ledger as { what: string; id: number; of?: number }[];
  const consent = ledger.find(({ what }) => what === 'consent');
  expect(ledger.find(({ what }) => what === 'withdrawal')?.of).toBe(consent?.id);
});

test('for any events: backup, wipe, restore gives the same sessions and pages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyEvent, { minLength: 1, maxLength: 25 }),
      fc.boolean(),
      async (events, isLoose) => {
        const db = newLog();
        if (isLoose) {
          await putSession(db, 's', []);
          await db.pages.put(makePage('s', 0, events));
          await db.sessions.update('s', { events: events.length });
        } else await putSession(db, 's', events);
        const before = await dump(db);
        const file = await backupOf(db);
        await db.sessions.clear();
        await db.pages.clear();

        const restored = await restoreBackup(db, file, { ...deed, mode: 'merge' });

        expect(restored).toMatchObject({ ok: true });
        expect(await dump(db)).toEqual(before);
      },
    ),
    { numRuns: 30 },
  );
});

test('the key stays here unless a person includes it, and is not lost by restoring without it', async () => {
  const db = newLog();
  await fill(db);
  const file = await backupOf(db);

  expect(gunzipSync(Buffer.from(await file.arrayBuffer())).toString()).not.toContain('sk-secret');
  await restoreBackup(db, file, { ...deed, mode: 'replace' });
  expect(await db.settings.get('provider')).toMatchObject({ value: { key: 'sk-secret' } });
  expect(await db.settings.get('transcriber')).toMatchObject({ value: { key: 'sk-secret-ear' } });
});

test('merging changes nothing that is here, and adds what is not', async () => {
  const db = newLog();
  await fill(db);
  const file = await backupOf(db);
  await db.products.put({ id: 'p1', addedAt: 1, names: '新风衣', facts: [] });
  await db.sessions.delete('b');
  await db.pages.where('[session+first]').between(['b', 0], ['b', 9]).delete();
  await putSession(db, 'c', [comment('新的')]);
  const preview = await inspectBackup(db, file);

  const restored = await restoreBackup(db, file, { ...deed, mode: 'merge' });

  expect(preview).toMatchObject({ ok: true, sessions: 2, already: 1, rows: { products: 1 } });
  expect(restored).toMatchObject({ ok: true, sessions: 1 });
  expect(await db.sessions.count()).toBe(3);
  expect(await db.products.get('p1')).toMatchObject({ names: '新风衣' });
  expect((await readEvents(db, 'b')).events).toHaveLength(1);
  expect(await db.ledger.where('at').equals(now).count()).toBe(4);
});

test('replacing leaves nothing of what was, and brings sessions back under their own ids', async () => {
  const db = newLog();
  await fill(db);
  const file = await backupOf(db);
  const before = await dump(db);
  await putSession(db, 'c', [comment('后来的')]);
  await putSession(db, 'a', [comment('变了')]);
  await db.scripts.clear();

  await restoreBackup(db, file, { ...deed, mode: 'replace' });

  const { ledger: _, ...after } = await dump(db);
  const { ledger: __, ...then } = before;
  expect(after).toEqual(then);
});

const wrongs: [string, string, (lines: string[]) => string[]][] = [
  ['a file that was cut off', 'cut off', (lines) => lines.slice(0, -1)],
  ['a row that is missing', 'rows', (lines) => lines.filter((_, i) => i !== 3)],
  [
    'a key that reaches for prototypes',
    '__proto__',
    (lines) =>
      put(lines, '{"t":"settings","r":{"id":"rules","value":{"terms":[],"allow":[],"__proto__":{"x":1}}}}'),
  ],
  ['an unknown table', 'unknown table', (lines) => put(lines, '{"t":"checkpoints","r":{"session":"a"}}')],
  [
    'a page that is a bomb',
    'too large',
    (lines) => put(lines, page(gzipSync(Buffer.alloc(70_000_000, 'a')).toString('base64'))),
  ],
  [
    'an event of no shape',
    'pages:',
    (lines) =>
      put(lines, JSON.stringify({ t: 'pages', r: makePage('x', 0, [{ kind: 'comment', at: 1 } as never]) })),
  ],
  ['a session of no shape', 'sessions:', (lines) => put(lines, '{"t":"sessions","r":{"id":"../x"}}')],
  [
    'a run of show of no length',
    'shows: segments.0.length',
    (lines) =>
      put(
        lines,
        '{"t":"shows","r":{"id":"x","addedAt":1,"name":"x","segments":[{"name":"x","part":"other","length":0}]}}',
      ),
  ],
  ['a plan without steps', 'plans:', (lines) => put(lines, '{"t":"plans","r":{"id":"x","steps":[]}}')],
  ['what comes after the end', 'after its end', (lines) => [...lines, '{"t":"scripts","r":{}}']],
];
const put = (lines: string[], line: string) => [lines[0]!, line, ...lines.slice(1)];
const page = (gzip: string) =>
  JSON.stringify({ t: 'pages', r: { session: 'x', first: 0, count: 1, at: now, sum: 1, gzip } });

test.each(wrongs)('%s is refused and changes nothing (%s)', async (_, detail, change) => {
  const db = newLog();
  await fill(db);
  const file = await altered(await backupOf(db), change);
  await db.scripts.clear();
  const before = await dump(db);

  const restored = await restoreBackup(db, file, { ...deed, mode: 'replace' });

  expect(restored).toMatchObject({
    ok: false,
    flaw: { what: 'wrong', detail: expect.stringContaining(detail) },
  });
  expect(await inspectBackup(db, file)).toMatchObject({ ok: false });
  expect(await dump(db)).toEqual(before);
});

test('a file that unpacks to far more than it is, is refused before it is read', async () => {
  const db = newLog();
  const bomb = new Blob([
    gzipSync(
      `{"kind":"backup","format":1,"madeAt":${now},"withKey":false}\n${`{"t":"beside","r":{"value":"${'a'.repeat(90_000)}"}}\n`.repeat(600)}`,
    ),
  ]);

  expect(await inspectBackup(db, bomb)).toMatchObject({
    ok: false,
    flaw: { detail: expect.stringContaining('belief') },
  });
});

test('other files and newer backups are told apart', async () => {
  const db = newLog();

  expect(await inspectBackup(db, new Blob(['no']))).toMatchObject({
    ok: false,
    flaw: { what: 'not-backup' },
  });
  const newer = new Blob([`{"kind":"backup","format":9,"madeAt":${now},"withKey":false}\n`]);
  expect(await inspectBackup(db, newer)).toMatchObject({ ok: false, flaw: { what: 'newer' } });
});

test('cancelled or killed halfway, a restore is never seen, and nothing of it stays', async () => {
  const db = newLog();
  await fill(db);
  await putSession(db, 'large', broadcast({ events: 6000, start: now - 900_000 }), {}, 500);
  const file = await backupOf(db);
  await db.sessions.clear();
  await db.pages.clear();
  const stop = new AbortController();

  const cancelled = restoreBackup(db, file, {
    ...deed,
    mode: 'replace',
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });

  await expect(cancelled).rejects.toThrow();
  expect([await db.sessions.count(), await db.pages.count()]).toEqual([0, 0]);
  // what a killed one leaves
  await db.pages.put(makePage('orphan', 0, [comment('x')]));
  await sweepImports(db);
  expect(await db.pages.count()).toBe(0);
  expect(await db.products.count()).toBe(1);
});

test('a session that is written on meanwhile is whole in the backup, as it stood', async () => {
  const db = newLog();
  const writer = createWriter(db, { now: () => now, newId: () => 'live' });
  await writer.attach({ room: { platform: 'douyin', id: 'r', title: '' }, tab: 1, stream: 's' });
  let said = 0;
  const say = () =>
    writer.append({
      session: 'live',
      stream: 's',
      from: 'page',
      offset: said,
      events: [comment(`${said++}`)],
    });
  for (let i = 0; i < 30; i++) await say();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const writing = writeBackup(db, { ...deed, withKey: false }, async (part) => void parts.push(part));
  for (let i = 0; i < 60; i++) await say();
  await writing;
  const other = newLog();

  const restored = await restoreBackup(other, new Blob(parts), { ...deed, mode: 'merge' });

  expect(restored).toMatchObject({ ok: true, sessions: 1 });
  const session = await other.sessions.get('live');
  const { events, unreadable } = await readEvents(other, 'live');
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: session?.events ?? 0 }, (_, seq) => seq));
  expect(session?.events).toBeGreaterThanOrEqual(30);
  expect([unreadable, session?.tabId]).toEqual([0, null]);
});

test('profiles and reviews come back from a backup; a company’s policy neither goes along nor is lost', async () => {
  const [from, to] = [await newLog(), await newLog()];
  await keepPolicy(from, { organisation: '旧公司', maskedExports: true });
  await changeRules(from, (rules) =>
    switchProfile({ ...rules, profiles: [nightProfile] }, 'night', false, { now }),
  );
  await changeReviewNeed(from, 'operator', { who: '小林', at: 1 });
  await changeRules(from, (rules) => ({ ...rules, terms: [{ text: '星空蓝', severity: 'S3' }] }));
  await keepPolicy(to, { organisation: '新公司' });

  const restored = await restoreBackup(to, await backupOf(from), { ...deed, mode: 'replace' });

  expect(restored.ok).toBe(true);
  expect(await readRules(to)).toEqual(await readRules(from));
  expect(await readReviews(to)).toMatchObject([{ id: 'term:星空蓝', state: 'draft' }]);
  expect(await readReviewNeed(to)).toBe('operator');
  expect((await readManaged(to)).policy).toEqual({ organisation: '新公司' });
});
