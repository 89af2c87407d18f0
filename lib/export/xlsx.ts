import type { Checker } from '../compliance/types.ts';
import type { Database } from '../log/database.ts';
import { type Cell, createWorkbook } from '../sheet/workbook.ts';
import { askedIn } from './asked.ts';
import { eventsOf, type Order, sessionOf, type Write, wants } from './order.ts';
import { ownWordsIn } from './own-words.ts';
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

/** The sheets whose rows come with the events. */
const running = ['comments', 'replies', 'findings', 'metrics'] as const;

/**
 * Writes the session as a workbook with sheets of comments, questions, replies, findings and figures. `checker` judges
 * what was said in the room. Of a stretch of time or some words, the questions are those that were asked then or hold
 * them. Throws when the session is gone, or when stopped.
 */
export async function writeXlsx(
  db: Database,
  order: Order,
  { words, checker }: { words: SheetWords; checker: Checker | null },
  write: Write,
): Promise<void> {
  const session = await sessionOf(db, order);
  const book = createWorkbook(sheetsIn(words), write);
  const serial = createSerialDate();
  const readingOf = await readReadings(db, order.session, session.events);

  for await (const events of eventsOf(db, order)) {
    const rows: Record<(typeof running)[number], Cell[][]> = {
      comments: [],
      replies: [],
      findings: [],
      metrics: [],
    };
    for (const event of events) {
      if (event.kind === 'metric') rows.metrics.push(metricRow(event, words, serial));
      if (event.kind === 'comment') rows.comments.push(commentRow(event, readingOf(event), words, serial));
      rows.replies.push(...replyRows(event, words, serial));
      const own = ownWordsIn(event, checker);
      if (own) rows.findings.push(...findingRows(own, words, serial));
    }
    for (const sheet of running) if (rows[sheet].length > 0) await book.add(places[sheet], rows[sheet]);
  }
  await book.add(
    places.questions,
    (await askedIn(db, session, order)).filter(wanted).map((asked) => questionRow(asked, words, serial)),
  );
  await book.end();

  function wanted({ since, text, id }: { since: number | null; text: string; id: string }): boolean {
    const { kinds, ...limits } = order.selection ?? {};
    if (kinds && !kinds.includes('comment')) return false;
    const at = since ?? session.startedAt;
    const asked = {
      kind: 'comment',
      seq: 0,
      at,
      seenAt: at,
      id,
      idKind: 'feed',
      nick: '',
      text,
      source: 'feed',
    } as const;
    return wants(limits)?.(asked) ?? true;
  }
}
