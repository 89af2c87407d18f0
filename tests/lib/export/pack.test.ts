import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileRules, prepareRules } from '../../../lib/compliance/index.ts';
import { emptySettings } from '../../../lib/compliance/types.ts';
import { importJsonl } from '../../../lib/export/import.ts';
import { writePack } from '../../../lib/export/pack.ts';
import type { Manifest } from '../../../lib/export/pack-files.ts';
import { verifyPack } from '../../../lib/export/verify.ts';
import { asWordList } from '../../../lib/lists/word-list.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { readContent, saveList } from '../../../lib/log/lists.ts';
import { keepRuleSet } from '../../../lib/log/rule-sets.ts';
import { createWriter } from '../../../lib/log/writer.ts';
import type { LiveEvent } from '../../../lib/model.ts';
import { readZip, writeZip } from '../../../lib/sheet/zip.ts';
import { comment } from '../../fixtures/events.ts';

const at = 1_790_000_000_000;
const stamped = { at, seenAt: at };
const prepared = prepareRules();
const plain = compileRules(emptySettings, () => at, prepared);
let checker = plain;
const old = compileRules({ ...emptySettings, allow: [{ text: '最好' }] }, () => at, prepared);
const finding = plain.check('全网最低价', { channel: 'public_reply' })[0]!;

let db: Database;
let pack: Blob;
let seal: string;
let listHash: string;
let files: Map<string, Uint8Array>;

beforeAll(async () => {
  db = openDatabase(`test-${Math.random()}`);
  const writer = createWriter(db, { now: () => at, newId: () => 's' });
  await writer.attach({ room: { platform: 'taobao', id: '1', title: '小满' }, tab: 1, stream: 'a' });
  const events: LiveEvent[] = Array.from({ length: 600 }, (_, i) => comment(`第${i}条`, { nick: '张三丰' }));
  events[300] = { kind: 'draft', ...stamped, text: '全网最低价', findings: [finding], rules: old.version };
  events[301] = {
    kind: 'fill',
    ...stamped,
    text: '全网最低价',
    rules: 'ffffffff',
    override: { reason: '有比价报告', findings: [finding] },
  };
  events[302] = comment('全网最低价', { anchor: true });
  await writer.append({ session: 's', stream: 'a', from: 'page', offset: 0, events });
  await keepRuleSet(db, {
    version: old.version,
    builtIn: prepared.hash,
    settings: { ...emptySettings, allow: [{ text: '最好' }] },
    at,
  });
  const list = await saveList(
    db,
    { id: 'l', name: '行业', group: 'industry' },
    { terms: [{ text: '遥遥领先', severity: 'S2' }], allow: [] },
    at,
  );
  listHash = list.hash;
  const settings = { ...emptySettings, lists: [asWordList(list, (await readContent(db, list.hash))!)] };
  checker = compileRules(settings, () => at, prepared);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const making = {
    checker,
    settings,
    builtIn: prepared.hash,
    made: { at, app: '0.1.0', browser: 'test' },
  };
  ({ seal } = await writePack(
    db,
    { session: 's', mask: true },
    making,
    async (bytes) => void parts.push(bytes.slice()),
  ));
  pack = new Blob(parts);
  files = (await readZip(new Uint8Array(await pack.arrayBuffer()), () => true, 1e7))!;
});
afterAll(() => db.delete());

const textOf = (name: string) => new TextDecoder().decode(files.get(name));
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The pack with some of its files changed, packed anew by another tool. */
function repacked(change: Record<string, Uint8Array<ArrayBuffer> | null>): Blob {
  const all = new Map([...files, ...Object.entries(change)]);
  return writeZip(
    [...all].flatMap(([name, bytes]) => (bytes ? [{ name, bytes: bytes as Uint8Array<ArrayBuffer> }] : [])),
  );
}

async function faultsOf(archive: Blob, deposited?: string) {
  const verdict = await verifyPack(archive, deposited);
  if (verdict.ok) throw new Error('The pack was found sound.');
  return verdict.faults;
}

test('a pack is sound, also when it was packed anew, and its seal is the one that was shown', async () => {
  expect(await verifyPack(pack, seal)).toMatchObject({
    ok: true,
    seal,
    manifest: { masked: true, counts: { events: 600, comments: 598, unreadable: 0, findings: 3 } },
  });
  expect(await verifyPack(repacked({}))).toMatchObject({ ok: true });
});

test('it holds what was judged, by which rules, and why it was overruled', () => {
  const own = textOf('findings.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

  expect(own.map(({ seq, where, judged, rules, override }) => [seq, where, judged, rules, override])).toEqual(
    [
      [300, 'draft', 'logged', old.version, undefined],
      [301, 'fill', 'logged', 'ffffffff', '有比价报告'],
      [302, 'said', 'now', checker.version, undefined],
    ],
  );
  expect(own[2].findings.length).toBeGreaterThan(0);
  const { rules } = JSON.parse(textOf('manifest.json'));
  expect(rules).toEqual(
    expect.arrayContaining([
      { version: old.version, builtIn: prepared.hash, kept: true },
      { version: 'ffffffff', kept: false },
      expect.objectContaining({ version: checker.version, builtIn: prepared.hash, kept: true }),
    ]),
  );
  expect(JSON.parse(textOf(`rules/${old.version}.json`)).settings.allow).toEqual([{ text: '最好' }]);
  expect(textOf(`rules/built-in-${prepared.hash}.json`)).toContain('最低价');
});

test('the word lists that judged are in it by their hashes, and one that differs is named', async () => {
  const [set] = (JSON.parse(textOf('manifest.json')) as Manifest).rules.filter(({ lists }) => lists);
  const name = `lists/${listHash}.json`;

  expect(set?.lists).toEqual([{ id: 'l', name: '行业', hash: listHash, kept: true }]);
  expect(textOf(name)).toContain('遥遥领先');
  expect(textOf(`rules/${set?.version}.json`)).not.toContain('遥遥领先');
  expect(await faultsOf(repacked({ [name]: bytesOf('{"terms":[],"allow":[]}') }))).toMatchObject([
    { file: name },
  ]);
});

test('names are masked unless someone chose otherwise', () => {
  expect(textOf('events.jsonl')).toContain('张***');
  expect(textOf('events.jsonl')).not.toContain('三丰');
});

test('its log can be taken in as a session again', async () => {
  const log = new Blob([files.get('events.jsonl') as Uint8Array<ArrayBuffer>]);

  const done = await importJsonl(db, log, { now: () => at, newId: () => 'again' });

  expect(done).toMatchObject({ ok: true, masked: true, session: { events: 600 } });
});

test('one flipped bit is found and named: its file, and in the log its event', async () => {
  const names = [...files.keys()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.nat(7),
      async (name, place, bit) => {
        const bytes = new Uint8Array(files.get(name)!);
        const index = Math.floor(place * bytes.length);
        const line = new TextDecoder().decode(bytes.subarray(0, index)).split('\n').length - 1;
        bytes[index]! ^= 1 << bit;

        const [fault] = await faultsOf(repacked({ [name]: bytes }));

        // the manifest and its hash name each other, unless the hash is no text any more
        expect(name === 'manifest.sha256' ? ['manifest.json', name] : [name]).toContain(fault?.file);
        if (name === 'events.jsonl' && line > 0 && line <= 600) expect(fault?.event).toBe(line - 1);
        if (name === 'findings.jsonl' && fault?.event !== undefined)
          expect(fault.what).toContain(`line ${line + 1}`);
      },
    ),
    { numRuns: 60 },
  );
});

test('no flipped bit of the archive itself passes as something else', async () => {
  const whole = new Uint8Array(await pack.arrayBuffer());
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (index, bit) => {
      const bytes = whole.slice();
      bytes[index]! ^= 1 << bit;

      const verdict = await verifyPack(new Blob([bytes]));

      // dates and attributes of the archive are no part of what it holds
      if (verdict.ok) expect(verdict.seal).toBe(seal);
    }),
    { numRuns: 60 },
  );
});

test('what was taken out, put in or put elsewhere is named', async () => {
  const lines = textOf('events.jsonl').split('\n');
  const without = (count: number, more: string[] = []) =>
    bytesOf(lines.toSpliced(100, count, ...more).join('\n'));
  const added = '{"kind":"comment"}';

  expect(await faultsOf(repacked({ 'events.jsonl': without(1) }))).toMatchObject([
    { file: 'events.jsonl', event: 99 },
  ]);
  expect(await faultsOf(repacked({ 'events.jsonl': without(0, [added]) }))).toMatchObject([
    { file: 'events.jsonl', event: 99 },
  ]);
  expect(await faultsOf(repacked({ 'events.jsonl': without(2, [lines[101]!, lines[100]!]) }))).toMatchObject([
    { file: 'events.jsonl', event: 99 },
  ]);
  expect(
    await faultsOf(repacked({ 'events.jsonl': bytesOf(`${lines.slice(0, 400).join('\n')}\n`) })),
  ).toMatchObject([{ file: 'events.jsonl', what: expect.stringContaining('ends after line 400') }]);
  expect(await faultsOf(repacked({ 'README.txt': null }))).toMatchObject([{ file: 'README.txt' }]);
  expect(await faultsOf(repacked({ 'rules/00000000.json': bytesOf('{}') }))).toMatchObject([
    { file: 'rules/00000000.json' },
  ]);
});

test('a pack that was made anew from changed events has another seal than the deposited one', async () => {
  const [fault] = await faultsOf(pack, '0'.repeat(64));

  expect(fault).toMatchObject({ file: 'manifest.json', what: expect.stringContaining('deposited') });
});

test('hostile archives are refused, each with its reason', async () => {
  const one = (name: string) => writeZip([{ name, bytes: bytesOf('x') }]);
  const twice = writeZip([
    { name: 'README.txt', bytes: bytesOf('a') },
    { name: 'README.txt', bytes: bytesOf('b') },
  ]);
  const bomb = new Uint8Array(await pack.arrayBuffer());
  // the directory claims that each file begins where the first does
  const view = new DataView(bomb.buffer);
  for (let i = 0; i < bomb.length - 4; i++)
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 42, 0, true);
  const many = writeZip(
    Array.from({ length: 6000 }, (_, i) => ({ name: `rules/${i}`, bytes: new Uint8Array(0) })),
  );

  expect(await faultsOf(one('../manifest.json'))).toMatchObject([{ file: '../manifest.json' }]);
  expect(await faultsOf(one('/etc/passwd'))).toMatchObject([{ file: '/etc/passwd' }]);
  expect(await faultsOf(one('a\u001b[2J'))).toMatchObject([{ file: 'a\\u001b[2J' }]);
  expect(await faultsOf(twice)).toMatchObject([{ file: 'README.txt', what: 'it is there twice' }]);
  expect(await faultsOf(new Blob([bomb]))).toMatchObject([{ what: expect.stringContaining('overlaps') }]);
  expect(await faultsOf(many)).toMatchObject([{ what: expect.stringContaining('more files') }]);
  expect(await faultsOf(new Blob(['no zip at all']))).toMatchObject([
    { what: expect.stringContaining('no zip') },
  ]);
  expect(await faultsOf(new Blob([]))).toMatchObject([{ what: expect.stringContaining('no zip') }]);
});

test('a file that unpacks to more than it claims is stopped there', async () => {
  const bytes = new Uint8Array(await pack.arrayBuffer());
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < bytes.length - 4; i++)
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 10, true);

  const [fault] = await faultsOf(new Blob([bytes]));

  expect(fault?.what).toContain('more than the 10 bytes it claims');
});

test('the verifier runs offline in plain Node: one line, and its exit code says it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  const broken = new Uint8Array(files.get('events.jsonl')!);
  broken[broken.length >> 1]! ^= 1;
  const run = async (name: string, archive: Blob) => {
    const path = join(folder, name);
    writeFileSync(path, new Uint8Array(await archive.arrayBuffer()));
    return new Promise<[number, string]>((done) => {
      execFile('npx', ['node', 'scripts/verify.ts', path], (error, out, err) =>
        done([
          Number(error?.code ?? 0),
          (out + err)
            .split('\n')
            .filter((line) => /ound: /.test(line))
            .join('\n'),
        ]),
      );
    });
  };

  const [sound, unsound] = [
    await run('a.zip', pack),
    await run('b.zip', repacked({ 'events.jsonl': broken })),
  ];

  expect(sound).toEqual([
    0,
    expect.stringMatching(/^Sound: a\.zip, session s, 600 events.*seal [0-9a-f]{64}\.$/),
  ]);
  expect(unsound).toEqual([1, expect.stringMatching(/^Not sound: events\.jsonl, event \d+: line \d+: /)]);
}, 30_000);
