import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeCsv } from '../../../lib/export/csv.ts';
import { writeJsonl } from '../../../lib/export/jsonl.ts';
import type { Order, Write } from '../../../lib/export/order.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { createWriter } from '../../../lib/log/writer.ts';
import type { LiveEvent } from '../../../lib/model.ts';
import { csvField } from '../../../lib/sheet/csv.ts';
import { showPlan, stamp, start } from '../../fixtures/day.ts';
import { comment } from '../../fixtures/events.ts';

let db: Database;
let session: string;

beforeEach(async () => {
  db = openDatabase(`test-${Math.random()}`);
  const writer = createWriter(db, { now: () => 1_790_000_000_000, newId: () => 's' });
  const room = { platform: 'taobao', id: '1', title: '小满' } as const;
  await writer.attach({ room: room, tab: 1, stream: 'a' });
  session = 's';
  const events = [comment('几天能到', { nick: '张三丰', userId: 'u1' }), comment('=HYPERLINK("http://x")')];
  await writer.append({ session, stream: 'a', from: 'page', offset: 0, events });
});
afterEach(() => db.delete());

async function whole(writing: (write: Write) => Promise<void>): Promise<string> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await writing(async (bytes) => void parts.push(bytes));
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return decoder.decode(await new Blob(parts).arrayBuffer());
}

test('JSON Lines hold the session and every event in order', async () => {
  const lines = (await whole((write) => writeJsonl(db, { session, mask: false }, write)))
    .trimEnd()
    .split('\n');

  const [head, ...rest] = lines.map((line) => JSON.parse(line));
  const events = rest.slice(0, -1);
  expect(head).toMatchObject({ kind: 'session', platform: 'taobao', comments: 2 });
  expect(rest.at(-1)).toEqual({ kind: 'end', events: 2 });
  expect(events.map((event) => [event.seq, event.nick, event.text])).toEqual([
    [0, '张三丰', '几天能到'],
    [1, '小满', '=HYPERLINK("http://x")'],
  ]);
});

test('masking leaves the first character of a name and no user id', async () => {
  const text = await whole((write) => writeJsonl(db, { session, mask: true }, write));

  expect(text).toContain('"张***"');
  expect(text).not.toContain('三丰');
  expect(text).not.toContain('u1');
});

test('CSV begins with a byte order mark and no cell is a formula', async () => {
  const text = await whole((write) => writeCsv(db, { session, mask: true }, write));

  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
});

test('any text comes back from its CSV field, at most led by an apostrophe', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const field = csvField(text);
      const inner = field.slice(1, -1).replaceAll('""', '"');

      expect([text, `'${text}`]).toContain(inner);
      expect(inner).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      expect(field.slice(1, -1).replaceAll('""', '')).not.toContain('"');
    }),
  );
});

test('a session that is gone is said, not exported empty', async () => {
  await expect(whole((write) => writeCsv(db, { session: 'gone', mask: true }, write))).rejects.toThrow(
    'No session "gone"',
  );
});

test('after its events a CSV holds alarms, and segments against their plan', async () => {
  const writer = createWriter(db, { now: () => start, newId: () => 's' });
  const events: LiveEvent[] = [
    { kind: 'show', ...stamp(0), show: 's', plan: showPlan('开场', '讲解') },
    { kind: 'segment', ...stamp(80), to: 1 },
  ];
  await writer.append({ session, stream: 'a', from: 'panel', offset: 2, events });
  const of = async (order: Partial<Order> = {}) =>
    (await whole((write) => writeCsv(db, { session, mask: true, ...order }, write))).trimEnd().split('\r\n');

  const lines = await of();

  const last = lines.slice(5);
  expect(last.map((line) => line.split(',')[2])).toEqual(['"segment"', '"segment"']);
  expect(last[1]).toContain(`""planned"":${stamp(60).at}`);
  expect(await of({ selection: { kinds: ['comment'] } })).toHaveLength(3);
});
