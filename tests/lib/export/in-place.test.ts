import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCsv } from '../../../lib/export/csv.ts';
import { writeJsonl } from '../../../lib/export/jsonl.ts';
import type { Order, Write } from '../../../lib/export/order.ts';
import type { SheetWords } from '../../../lib/export/sheet-rows.ts';
import { writeXlsx } from '../../../lib/export/xlsx.ts';
import { zhCN } from '../../../lib/i18n/zh-cn.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { createWriter } from '../../../lib/log/writer.ts';
import type { LiveEvent } from '../../../lib/model.ts';
import { readZip } from '../../../lib/sheet/zip.ts';
import { toldEvent } from '../../fixtures/told-events.ts';

/** Limits nothing, but has every event parsed. */
const parsed = { from: 0 };
const words: SheetWords = {
  sheet: zhCN.export.sheet,
  intents: zhCN.intents,
  severity: zhCN.findings.severity,
};
const writers: Record<string, (db: Database, order: Order, write: Write) => Promise<unknown>> = {
  'JSON Lines': writeJsonl,
  CSV: writeCsv,
  'A workbook': (db, order, write) => writeXlsx(db, order, { words, text: zhCN, checker: null }, write),
};
const linesIn = (text: string): string[] => text.split('\n').slice(1);
const sheetsIn = async (archive: Uint8Array<ArrayBuffer>): Promise<string[]> => {
  const files = await readZip(archive, () => true, 1e7);
  return [...files!].map(([name, bytes]) => `${name}\n${new TextDecoder().decode(bytes)}`);
};

async function recorded(db: Database, events: readonly LiveEvent[]): Promise<void> {
  const writer = createWriter(db, { now: () => 1_790_000_000_000, newId: () => 's' });
  await writer.attach({ room: { platform: 'taobao', id: '1', title: '小满' }, tab: 1, stream: 'a' });
  await writer.append({ session: 's', stream: 'a', from: 'page', offset: 0, events });
}

test.each(Object.keys(writers))('%s written in place is what it is of parsed events', async (name) => {
  await fc.assert(
    fc.asyncProperty(fc.array(toldEvent, { minLength: 1, maxLength: 40 }), async (events) => {
      const db = openDatabase(`test-${Math.random()}`);
      await recorded(db, events);
      const whole = async (order: Partial<Order>): Promise<string[]> => {
        const parts: Uint8Array<ArrayBuffer>[] = [];
        const write: Write = async (bytes) => void parts.push(bytes.slice());
        await writers[name]!(db, { session: 's', mask: true, ...order }, write);
        const bytes = await new Blob(parts).arrayBuffer();
        return name === 'A workbook'
          ? sheetsIn(new Uint8Array(bytes))
          : linesIn(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      };

      for (const mask of [true, false])
        expect(await whole({ mask })).toEqual(await whole({ mask, selection: parsed }));
      await db.delete();
    }),
    { numRuns: 60 },
  );
});
