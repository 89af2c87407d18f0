import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import writeExcelFile from 'write-excel-file/browser';
import { compileRules, prepareRules } from '../../lib/compliance/index.ts';
import { emptySettings } from '../../lib/compliance/types.ts';
import { writeCsv } from '../../lib/export/csv.ts';
import { importJsonl } from '../../lib/export/import.ts';
import { writeJsonl } from '../../lib/export/jsonl.ts';
import { eventsOf, type Order, type Write } from '../../lib/export/order.ts';
import { writePack } from '../../lib/export/pack.ts';
import { readingMaker } from '../../lib/export/readings.ts';
import { createSerialDate, createTimeText } from '../../lib/export/time-text.ts';
import { writeXlsx } from '../../lib/export/xlsx.ts';
import { zhCN } from '../../lib/i18n/zh-cn.ts';
import { indexSession } from '../../lib/index/pass.ts';
import { openDatabase } from '../../lib/log/database.ts';
import { createWriter } from '../../lib/log/writer.ts';
import type { LiveEvent, LoggedEvent } from '../../lib/model.ts';
import { digestMaker } from '../../lib/report/kept.ts';
import { createWorkbook } from '../../lib/sheet/workbook.ts';
import { nightOf } from './night.ts';

const db = openDatabase();
const writer = createWriter(db, { now: Date.now, newId: () => crypto.randomUUID() });
const room = { platform: 'douyin', id: '7686000000000000000', title: '小满家居' } as const;
const batch = 1000;
/** Every so many events one is a figure or what a viewer did. */
const other = 20;

/** Stores a session of so many events, settled and indexed as after a broadcast, and gives its id. */
export async function fill(count: number): Promise<string> {
  const night = nightOf({ seed: 1, from: Date.now() - 40 * 3_600_000 });
  const stream = `bench-${count}`;
  const { session } = await writer.attach({ room: { ...room, id: stream }, tab: 1, stream });
  for (let offset = 0; offset < count; offset += batch) {
    const events = Array.from({ length: batch }, (_, i): LiveEvent => {
      const comment = night.next().value;
      const { at, seenAt, nick, userId } = comment;
      if (i % other === 7) return { kind: 'metric', at, seenAt, name: 'online', value: offset + i };
      if (i % other === 13 && userId)
        return { kind: 'audience', at, seenAt, what: 'like', nick, userId, count: 3 };
      return comment;
    });
    await writer.append({ session, stream, from: 'page', offset, events });
  }
  await writer.close(session);
  await writer.settle(session);
  const makers = [digestMaker(null), readingMaker];
  await indexSession(db, session, { makers, isStopped: () => false, now: Date.now });
  return session;
}

/** Gives a file on disk as the picker does: a stream into the browser's private file system. */
async function openFile(): Promise<{ write: Write; bytes(): number; close(): Promise<File> }> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle('bench', { create: true });
  const file = await handle.createWritable();
  let bytes = 0;
  return {
    write: (part) => {
      bytes += part.length;
      return file.write(part);
    },
    bytes: () => bytes,
    close: async () => {
      await file.close();
      return handle.getFile();
    },
  };
}

interface Figure {
  /** events a second, and bytes of the file */
  rate: number;
  bytes: number;
}

const prepared = prepareRules();
const checker = compileRules(emptySettings, Date.now, prepared);
const words = { sheet: zhCN.export.sheet, intents: zhCN.intents, severity: zhCN.findings.severity };

const writers = {
  jsonl: (order: Order, write: Write) => writeJsonl(db, order, write),
  csv: (order: Order, write: Write) => writeCsv(db, order, write),
  xlsx: (order: Order, write: Write) => writeXlsx(db, order, { words, text: zhCN, checker }, write),
  pack: (order: Order, write: Write) =>
    writePack(
      db,
      order,
      {
        checker,
        settings: emptySettings,
        builtIn: prepared.hash,
        made: { at: Date.now(), app: 'bench', browser: 'bench' },
      },
      write,
    ),
  sheet: flatSheet,
  papaparse: papaCsv,
};

/** Writes a session to a file on disk. */
export async function run(
  name: keyof typeof writers,
  session: string,
  events: number,
  mask: boolean,
): Promise<Figure> {
  const file = await openFile();
  const began = performance.now();
  await writers[name]({ session, mask }, file.write);
  await file.close();
  return { rate: (events / (performance.now() - began)) * 1000, bytes: file.bytes() };
}

/** Exports, wipes and takes in again. */
export async function takeIn(session: string, events: number): Promise<Figure> {
  const file = await openFile();
  await writeJsonl(db, { session, mask: false }, file.write);
  const blob = await file.close();
  await writer.remove(session);
  const began = performance.now();
  const done = await importJsonl(db, blob, { now: Date.now, newId: () => crypto.randomUUID() });
  if (!done.ok || done.session.events < events) throw new Error(JSON.stringify(done));
  return { rate: (events / (performance.now() - began)) * 1000, bytes: blob.size };
}

/** The same columns for each library: a comment as it stands in a table. */
const titles = ['seq', 'time', 'nick', 'user', 'text', 'badges', 'id'];
const flat = (event: LoggedEvent): [number, number, string, string, string, string, string] => {
  const {
    nick = '',
    userId = '',
    text = '',
    badges = [],
    id = '',
  } = event as Partial<LoggedEvent & { kind: 'comment' }>;
  return [event.seq, event.at, nick, userId, text, badges.join(' '), id];
};

async function flatSheet(order: Order, write: Write): Promise<void> {
  const serial = createSerialDate();
  const columns = titles.map((title, i) => ({ title, ...(i === 1 && { type: 'date' as const }) }));
  const book = createWorkbook([{ name: 'rows', columns, isLarge: true }], write);
  for await (const events of eventsOf(db, order))
    await book.add(
      0,
      events.map((event) => {
        const row = flat(event);
        row[1] = serial(row[1]);
        return row;
      }),
    );
  await book.end();
}

async function papaCsv(order: Order, write: Write): Promise<void> {
  const encoder = new TextEncoder();
  const time = createTimeText();
  await write(encoder.encode(`\uFEFF${Papa.unparse([titles])}\r\n`));
  for await (const events of eventsOf(db, order)) {
    const rows = events.map((event) => {
      const [seq, at, ...rest] = flat(event);
      return [seq, time(at), ...rest];
    });
    await write(encoder.encode(`${Papa.unparse(rows, { quotes: true, escapeFormulae: true })}\r\n`));
  }
}

const rivals = {
  async exceljs(rows: ReturnType<typeof flat>[]): Promise<number> {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('rows');
    sheet.addRow(titles);
    sheet.getColumn(2).numFmt = 'yyyy-mm-dd hh:mm:ss';
    for (const [seq, at, ...rest] of rows) sheet.addRow([seq, new Date(at), ...rest]);
    return (await book.xlsx.writeBuffer()).byteLength;
  },
  async 'write-excel-file'(rows: ReturnType<typeof flat>[]): Promise<number> {
    const cells = rows.map(([seq, at, ...rest]) => [
      { value: seq },
      { value: new Date(at), format: 'yyyy-mm-dd hh:mm:ss' },
      ...rest.map((value) => ({ value, type: String })),
    ]);
    const blob = await writeExcelFile([titles.map((value) => ({ value })), ...cells] as never).toBlob();
    return blob.size;
  },
};

/** Writes the same rows by another library, which holds the whole book in memory. */
export async function rival(name: keyof typeof rivals, session: string, events: number): Promise<Figure> {
  const began = performance.now();
  const rows: ReturnType<typeof flat>[] = [];
  for await (const run of eventsOf(db, { session, mask: true }))
    for (const event of run) rows.push(flat(event));
  const bytes = await rivals[name](rows);
  return { rate: (events / (performance.now() - began)) * 1000, bytes };
}
