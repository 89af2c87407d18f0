import type { Checker } from '../compliance/types.ts';
import type { Database } from '../log/database.ts';
import type { LoggedEvent } from '../model.ts';
import { createRoomState, fold } from '../room/fold.ts';
import type { FeedRow } from '../room/state.ts';
import { type Cell, createWorkbook } from '../sheet/workbook.ts';
import { maskName } from './mask.ts';
import { everyEvent, type Order, sessionOf, type Write, wants } from './order.ts';
import { ownWordsIn } from './own-words.ts';
import { createQuestionLog } from './question-log.ts';
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

/** Events between two looks at the room: fewer than the questions it keeps. */
const slice = 500;

/**
 * Writes the session as a workbook with sheets of comments, questions, replies, findings and figures. Every event goes
 * through the room's own fold, whatever is wanted, because questions come from all of them. `checker` judges what was
 * said in the room. Throws when the session is gone, or when stopped.
 */
export async function writeXlsx(
  db: Database,
  order: Order,
  { words, checker }: { words: SheetWords; checker: Checker | null },
  write: Write,
): Promise<void> {
  await sessionOf(db, order);
  const book = createWorkbook(sheetsIn(words), write);
  const serial = createSerialDate();
  const selection = order.selection ?? {};
  const isWanted = wants(selection) ?? (() => true);
  const { from = -Infinity, to = Infinity } = selection;
  const state = createRoomState();
  const questions = createQuestionLog(state);
  const isAskedThen = ({ lastAt }: { lastAt: number }) => lastAt >= from && lastAt < to;
  const add = (sheet: keyof typeof places, rows: Cell[][]) =>
    rows.length > 0 ? book.add(places[sheet], rows) : null;

  for await (const events of everyEvent(db, order))
    for (let at = 0; at < events.length; at += slice) {
      const rows = {
        comments: [] as Cell[][],
        replies: [] as Cell[][],
        findings: [] as Cell[][],
        metrics: [] as Cell[][],
      };
      for (const event of events.slice(at, at + slice)) {
        fold(state, event);
        if (!isWanted(event)) continue;
        if (event.kind === 'metric') rows.metrics.push(metricRow(event, words, serial));
        else {
          if (event.kind === 'comment')
            rows.comments.push(commentRow(rowOf(event, order.mask), words, serial));
          rows.replies.push(...replyRows(event, words, serial));
          const own = ownWordsIn(event, checker);
          if (own) rows.findings.push(...findingRows(own, words, serial));
        }
      }
      await add('comments', rows.comments);
      await add('replies', rows.replies);
      await add('findings', rows.findings);
      await add('metrics', rows.metrics);
      await addQuestions(questions.passed());
    }
  await addQuestions(questions.rest());
  await book.end();

  async function addQuestions(asked: ReturnType<typeof questions.rest>): Promise<void> {
    await add(
      'questions',
      asked.filter(isAskedThen).map((question) => questionRow(question, words, serial)),
    );
  }
  /** The comment as the room read it: it stands among the last rows. */
  function rowOf(event: LoggedEvent, mask: boolean): FeedRow {
    const row = state.feed.findLast(({ seq }) => seq === event.seq) as FeedRow;
    if (!mask) return row;
    const { userId: _, ...rest } = row;
    return { ...rest, nick: maskName(row.nick) };
  }
}
