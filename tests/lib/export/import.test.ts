import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importJsonl, type Problem, sweepImports } from '../../../lib/export/import.ts';
import { writeJsonl } from '../../../lib/export/jsonl.ts';
import type { Selection } from '../../../lib/export/order.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { readEvents } from '../../../lib/log/reader.ts';
import { createWriter, type Writer } from '../../../lib/log/writer.ts';
import { type LiveEvent, PageEvent } from '../../../lib/model.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import { anyEvent, kinds } from '../../fixtures/any-event.ts';
import { comment } from '../../fixtures/events.ts';

let db: Database;
let writer: Writer;
let ids = 0;
const room = { platform: 'taobao', id: '1', title: '小满' } as const;
const options = { now: () => 1_790_000_000_001, newId: () => `new-${++ids}` };

beforeEach(() => {
  db = openDatabase(`test-${Math.random()}`);
  ids = 0;
  writer = createWriter(db, { now: () => 1_790_000_000_000, newId: () => `s${++ids}` });
});
afterEach(() => db.delete());

async function recorded(events: readonly LiveEvent[]): Promise<string> {
  const answer = await writer.attach({ room: { ...room, id: `r${++ids}` }, tab: 1, stream: `t${ids}` });
  const { session } = answer;
  const pageKinds = PageEvent.options.map(({ shape }): string => shape.kind.value);
  for (const [offset, event] of events.entries()) {
    const from = pageKinds.includes(event.kind) ? 'page' : 'panel';
    await writer.append({ session, stream: `t${ids}`, from, tab: 1, offset, events: [event] });
  }
  return session;
}

async function exported(session: string, selection: Selection = {}): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await writeJsonl(db, { session, mask: false, selection }, async (bytes) => void parts.push(bytes));
  return new Blob(parts);
}

async function folded(session: string) {
  const state = createRoomState();
  for (const event of (await readEvents(db, session)).events) fold(state, event);
  return state;
}

const linesOf = async (file: Blob) => (await file.text()).trimEnd().split('\n');

async function problemOf(file: Blob): Promise<Problem> {
  const done = await importJsonl(db, file, options);
  if (done.ok) throw new Error('It was taken in.');
  return done.problem;
}
const nothingLeft = async () =>
  [await db.pages.count(), await db.sessions.count()].every((count) => count === 0);

test('every kind of event is among those that are tried', () => {
  const tried = new Set(fc.sample(anyEvent, 1000).map(({ kind }) => kind));

  expect([...tried].sort()).toEqual([...kinds].sort());
});

test('export, wipe, import: the same log and the same room, for any events', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { maxLength: 40 }), fc.boolean(), async (events, isSettled) => {
      const session = await recorded(events);
      if (isSettled) await writer.settle(session);
      const file = await exported(session);
      const [before, room] = [(await readEvents(db, session)).events, await folded(session)];
      await writer.remove(session);

      const done = await importJsonl(db, file, options);

      expect(done).toMatchObject({ ok: true, session: { id: session, events: events.length } });
      expect((await readEvents(db, session)).events).toEqual(before);
      expect(await folded(session)).toEqual(room);
      expect((await linesOf(await exported(session))).slice(1)).toEqual((await linesOf(file)).slice(1));
      await writer.remove(session);
    }),
    { numRuns: 40 },
  );
});

test('an event is written the same whether its page was cut apart or parsed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { minLength: 1, maxLength: 20 }), async (events) => {
      const session = await recorded(events);

      const [cut, parsed] = await Promise.all([exported(session), exported(session, { to: 9e15 })]);

      expect((await linesOf(cut)).slice(1)).toEqual((await linesOf(parsed)).slice(1));
    }),
    { numRuns: 40 },
  );
});

test('a gzip’d file is taken in, too', async () => {
  const session = await recorded([comment('几天能到'), comment('有券吗')]);
  const file = await exported(session);
  const packed = await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
  await writer.remove(session);

  expect(await importJsonl(db, packed, options)).toMatchObject({ ok: true, session: { comments: 2 } });
});

test('a session that is there stays, and the file becomes another one', async () => {
  const session = await recorded([comment('几天能到')]);

  const done = await importJsonl(db, await exported(session), options);

  expect(done).toMatchObject({ ok: true, session: { importedAt: 1_790_000_000_001 } });
  expect((await db.sessions.toArray()).map(({ id }) => id).sort()).toEqual(['new-3', session].sort());
});

test('no page writes on in a session that came from a file', async () => {
  const session = await recorded([comment('几天能到')]);
  const file = await exported(session);
  await writer.remove(session);
  await importJsonl(db, file, options);

  const answer = await writer.attach({ room: { ...room, id: 'r1' }, tab: 1, stream: 'later' });

  expect(answer.session).not.toBe(session);
});

test('a part of a session is told from a whole one', async () => {
  const session = await recorded([comment('几天能到'), comment('有券吗', { at: 1_790_000_050_000 })]);

  const done = await importJsonl(db, await exported(session, { from: 1_790_000_001_000 }), options);

  expect(done).toMatchObject({ ok: true, isPart: true, session: { events: 1 } });
});

test('what is wrong is named with its line, and nothing of the file stays', async () => {
  const session = await recorded([comment('甲'), comment('乙'), comment('丙')]);
  const lines = await linesOf(await exported(session));
  await writer.remove(session);
  const file = (change: (lines: string[]) => void, tail = '\n') => {
    const changed = [...lines];
    change(changed);
    return new Blob([changed.join('\n'), tail]);
  };
  const cases: [Blob, Partial<Problem>][] = [
    [new Blob([]), { line: 1, what: 'empty' }],
    [new Blob(['PK\u0003\u0004']), { line: 1, what: 'not-ours' }],
    [new Blob(['{"kind":"comment"}\n']), { line: 1, what: 'not-ours' }],
    [
      file((all) => all.splice(0, 1, lines[0]!.replace('"format":2', '"format":3'))),
      { line: 1, what: 'other-format' },
    ],
    [
      file((all) => all.splice(0, 1, lines[0]!.replace('taobao', '__proto__'))),
      { line: 1, what: 'wrong-shape' },
    ],
    [file((all) => all.splice(2, 1, lines[2]!.slice(0, -3))), { line: 3, what: 'not-json' }],
    [file((all) => all.splice(2, 1, lines[2]!.replace('"at":', '"at":-'))), { line: 3, what: 'wrong-shape' }],
    [
      file((all) => all.splice(2, 1, lines[2]!.replace('乙', '乙'.repeat(1001)))),
      { line: 3, what: 'wrong-shape' },
    ],
    [
      file((all) => all.splice(2, 1, lines[2]!.replace('"comment"', '"other"'))),
      { line: 3, what: 'wrong-shape' },
    ],
    [file((all) => all.splice(2, 1, lines[1]!)), { line: 3, what: 'out-of-order' }],
    [file((all) => all.splice(2, 1, '')), { line: 3, what: 'not-json' }],
    [file((all) => all.splice(2, 1)), { line: 4, what: 'cut-off' }],
    [file((all) => all.pop()), { line: 4, what: 'cut-off' }],
    [file((all) => all.push(lines[1]!)), { line: 6, what: 'after-end' }],
    [file((all) => all.splice(2, 1, 'x'.repeat(2_000_001))), { line: 3, what: 'too-long' }],
    [
      new Blob([lines.slice(0, 2).join('\n'), '\n', new Uint8Array([0xff, 0xfe])]),
      { line: 3, what: 'not-text' },
    ],
    [new Blob([new Uint8Array([0x1f, 0x8b, 1, 2, 3])]), { line: 1, what: 'not-gzip' }],
  ];
  for (const [bad, problem] of cases) {
    expect(await problemOf(bad)).toMatchObject(problem);
    expect(await nothingLeft()).toBe(true);
  }
});

test('an import that is stopped leaves nothing', async () => {
  const session = await recorded([comment('甲')]);
  const file = await exported(session);
  await writer.remove(session);
  const stop = new AbortController();

  const run = importJsonl(db, file, { ...options, signal: stop.signal, onProgress: () => stop.abort() });

  await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  expect(await nothingLeft()).toBe(true);
});

test('what a killed import left is swept, and sessions are not', async () => {
  const session = await recorded([comment('甲')]);
  const [page] = await db.pages.toArray();
  await db.pages.bulkAdd([0, 1, 2].map((first) => ({ ...page!, session: 'killed', first })));
  await db.pages.add({ ...page!, session: 'zzz' });

  await sweepImports(db);

  expect((await db.pages.toArray()).map((left) => left.session)).toEqual([session]);
});
