import type { Checker } from '../compliance/types.ts';
import type { Text } from '../i18n/zh-cn.ts';
import type { Database } from '../log/database.ts';
import { type Cell, createWorkbook } from '../sheet/workbook.ts';
import { workUp } from './asked.ts';
import { daySheets } from './day-rows.ts';
import { type Order, sessionOf, type Write } from './order.ts';
import { ownWordsIn } from './own-words.ts';
import { fields, textIn } from './raw-event.ts';
import { stretchesOf } from './raw-page.ts';
import { createRawRow } from './raw-row.ts';
import { readReadings } from './readings.ts';
import {
  commentRow,
  findingRows,
  metricRow,
  places,
  questionRow,
  replyRows,
  type SheetWords,
  sheetsIn,
} from './sheet-rows.ts';
import { createSerialDate } from './time-text.ts';

/** Questions that are written at once. */
const together = 500;

/** The small sheets whose rows come with the events. */
const running = ['replies', 'findings', 'metrics'] as const;

/**
 * Writes the session as a workbook with sheets of comments, questions, replies, findings and figures, and of alarms, the
 * run of show, plans, tools, what the host said and was shown. `checker` judges what was said in the room. Of a stretch
 * of time or some words, the questions are those that were asked then or hold them, and so with the day. Throws when the
 * session is gone, or when stopped.
 */
export async function writeXlsx(
  db: Database,
  order: Order,
  { words, text, checker }: { words: SheetWords; text: Text; checker: Checker | null },
  write: Write,
): Promise<void> {
  const session = await sessionOf(db, order);
  const serial = createSerialDate();
  const { asked, day } = await workUp(db, session, order);
  const ofDay = wantsDay() ? daySheets(day, text, serial) : [];
  const sheets = sheetsIn(words);
  const book = createWorkbook([...sheets, ...ofDay.map(({ sheet }) => sheet)], write);
  // before the events, so that nothing of them stands in memory beside the pages
  let questions: Cell[][] = [];
  for (const one of asked) {
    if (wanted(one)) questions.push(questionRow(one, words, serial));
    if (questions.length < together) continue;
    await book.add(places.questions, questions);
    questions = [];
  }
  await book.add(places.questions, questions);
  const readingOf = await readReadings(db, order.session, session.events);

  const rowOf = createRawRow(words, { mask: order.mask, serial });
  for await (const { first, count, rawAt, eventAt } of stretchesOf(db, order)) {
    const rows: Record<(typeof running)[number], Cell[][]> = { replies: [], findings: [], metrics: [] };
    for (let i = 0; i < count; i++) {
      const raw = rawAt(i);
      // what viewers did besides is in no sheet
      if (raw?.kind === 'audience') continue;
      const row =
        raw &&
        rowOf(
          raw,
          first + i,
          readingOf(first + i, () => textIn(raw, fields.text)),
        );
      if (row) {
        const full = book.addPlain(places.comments, row);
        if (full) await full;
        continue;
      }
      const event = eventAt(i);
      if (event.kind === 'comment') {
        const sense = readingOf(event.seq, () => event.text);
        await book.add(places.comments, [commentRow(event, sense, words, serial)]);
      }
      if (event.kind === 'metric') rows.metrics.push(metricRow(event, words, serial));
      rows.replies.push(...replyRows(event, words, serial));
      const own = ownWordsIn(event, checker);
      if (own) rows.findings.push(...findingRows(own, words, serial));
    }
    for (const sheet of running) if (rows[sheet].length > 0) await book.add(places[sheet], rows[sheet]);
  }
  for (const [i, { rows }] of ofDay.entries())
    await book.add(
      sheets.length + i,
      rows.filter(({ at, cells }) => isWithin(at ?? session.startedAt, cells)).map(({ cells }) => cells),
    );
  await book.end();

  function wanted({ since, text: question }: { since: number | null; text: string }): boolean {
    const { kinds } = order.selection ?? {};
    return (!kinds || kinds.includes('comment')) && isWithin(since ?? session.startedAt, [question]);
  }

  /** Whoever asks for what people did asks for all of it. */
  function wantsDay(): boolean {
    const { kinds } = order.selection ?? {};
    return !kinds || kinds.includes('plan');
  }

  function isWithin(at: number, texts: readonly Cell[]): boolean {
    const { from = -Infinity, to = Infinity, words: sought = '' } = order.selection ?? {};
    const word = sought.trim().toLowerCase();
    return (
      at >= from &&
      at < to &&
      texts.some((one) =>
        String(one ?? '')
          .toLowerCase()
          .includes(word),
      )
    );
  }
}
