import type { CommentEvent } from '../model.ts';
import type { Board } from '../reply/board.ts';
import { readComment } from '../reply/read.ts';
import { type Chorus, pairsOf } from '../room/chorus.ts';
import type { Question } from '../room/question.ts';
import type { FeedRow, RoomState } from '../room/state.ts';
import {
  firstOf,
  type KeptCount,
  type KeptQuestion,
  type KeptWording,
  keptCount,
  keptQuestion,
  keptWording,
  RestoredQuestion,
  wordingOf,
} from './kept-questions.ts';
import { lazily } from './lazy.ts';
import { readLines, writeLines } from './lines.ts';

/** What there are thousands of: each has rows of its own kind, read in one go. */
const parts = ['questions', 'counts', 'wordings', 'cards', 'spelled', 'speakers', 'feed'] as const;
type Part = (typeof parts)[number];
/** Of these only what somebody looks at is read. */
type Rows = Record<Exclude<Part, 'wordings'>, unknown[]>;

/** The rest of a room. */
interface Kept {
  room: Omit<RoomState, 'feed' | 'board' | 'questions' | 'speakers' | 'praise' | 'choruses'>;
  cards: number;
  /** all that praise points at, and how many of them the room still lists, which are the last ones */
  choruses: Chorus[];
  listed: number;
  /** letters are 0 where they are the text */
  praise: [at: number, user: string, text: string, letters: string | 0, chorus: number][];
}

type Card = Board['cards'] extends Map<string, (infer C)[]> ? C : never;
/** Which question: by the seq where its first wording came up, which is shorter, or by its id once it is forgotten. */
type Ref = number | string;
type KeptCard = [question: Ref, at: number, verb: string, rest: string, pointed: string];

/** A room as lines of text: how many of each part, the parts, and the rest. */
export function linesOf({
  feed,
  board,
  questions,
  speakers,
  praise,
  choruses,
  ...room
}: RoomState): string[] {
  const start = room.firstAt ?? 0;
  const refOf = (id: string): Ref => firstOf(questions.get(id)) ?? id;
  const keptCard = ({ id, at, verb, rest, pointed }: Card): KeptCard => [
    refOf(id),
    at - start,
    verb,
    rest,
    pointed,
  ];
  const rows: Record<Part, string[]> = {
    questions: Array.from(questions.values(), (one) => JSON.stringify(keptQuestion(one, start))),
    counts: Array.from(questions.values(), (one) => JSON.stringify(keptCount(one, start))),
    wordings: Array.from(questions.values(), (question) =>
      Array.from(question.wordings, ([key, one]) => JSON.stringify(keptWording(key, one, question, start))),
    ).flat(),
    cards: Array.from(board.cards, ([key, cards]) => JSON.stringify([key, ...cards.map(keptCard)])),
    spelled: Array.from(board.spelled, ([letters, { id, at }]) =>
      JSON.stringify([letters, refOf(id), at - start]),
    ),
    speakers: inChunks(speakers),
    feed: inChunks(feed.map(({ seq }) => seq)),
  };
  const listed = new Set(choruses);
  const heard = [
    ...new Set(praise.flatMap(({ chorus }) => (chorus && !listed.has(chorus) ? [chorus] : []))),
    ...choruses,
  ];
  const rest = writeLines({
    room,
    cards: board.count,
    choruses: heard,
    listed: choruses.length,
    praise: praise.map(({ at, user, text, letters, chorus }) => [
      at,
      user,
      text,
      letters === text ? 0 : letters,
      chorus ? heard.indexOf(chorus) : -1,
    ]),
  } satisfies Kept);
  return [
    JSON.stringify(parts.map((part) => rows[part].length)),
    ...parts.flatMap((part) => rows[part]),
    ...rest,
  ];
}

/** Where a chunk ends its numbers alone say, so that one more or one less in a long queue changes two lines. */
const chunk = 32;

function inChunks(numbers: Iterable<number>): string[] {
  const lines: string[] = [];
  let open: number[] = [];
  const close = () => {
    if (open.length > 0) lines.push(JSON.stringify(open));
    open = [];
  };
  for (const number of numbers) {
    open.push(number);
    if (number % chunk === 0) close();
  }
  close();
  return lines;
}

/** A room that is kept: `feed` are the seqs of its rows, in the feed's order. */
export interface KeptRoom {
  feed: readonly number[];
  /** The room again, once; `rowOf` gives the feed's comments, undefined for those that cannot be read or not yet. */
  state(rowOf: (seq: number) => (CommentEvent & { seq: number }) | undefined): RoomState;
}

/** Reads a room's lines. Throws when they are none of ours. */
export function keptRoom(lines: readonly string[]): KeptRoom {
  const counts = JSON.parse(lines[0] ?? '[]') as number[];
  const ends = counts.map((_, i) => counts.slice(0, i + 1).reduce((sum, count) => sum + count, 1));
  const linesIn = (part: Part): readonly string[] => {
    const i = parts.indexOf(part);
    return lines.slice(ends[i - 1] ?? 1, ends[i]);
  };
  const rows = Object.fromEntries(
    parts.map((part) => [part, part === 'wordings' ? [] : parsed(linesIn(part))]),
  ) as Rows;
  const kept = readLines(lines.slice(ends.at(-1))) as Kept;
  const feed = (rows.feed as number[][]).flat();
  return {
    feed,
    state(rowOf) {
      const { room, cards, choruses, listed, praise } = kept;
      const start = room.firstAt ?? 0;
      const questions = questionsOf(rows, linesIn('wordings'), start);
      // in place: what nobody has looked at stays unread
      return Object.assign(room, {
        feed: feed.flatMap((one) => feedRow(rowOf(one))),
        board: boardOf(rows, cards, start),
        questions,
        speakers: new Set((rows.speakers as number[][]).flat()),
        choruses: listed > 0 ? choruses.slice(-listed) : [],
        praise: praise.map(([at, user, text, written, chorus]) => {
          const letters = written === 0 ? text : written;
          const one = { at, user, text, letters, chorus: choruses[chorus] ?? null };
          return lazily(one, 'pairs', () => pairsOf(letters));
        }),
      });
    },
  };
}

/** Rows of a part: one call for all of them. */
const parsed = (lines: readonly string[]): unknown[] => JSON.parse(`[${lines.join(',')}]`);

/** A comment as a row of the feed, read when somebody looks; none where it can no longer be read. */
export const feedRow = (event: (CommentEvent & { seq: number }) | undefined): FeedRow[] =>
  event ? [lazily(event, 'reading', () => readComment(event.text)) as FeedRow] : [];

function questionsOf(
  { questions, counts }: Rows,
  wordings: readonly string[],
  start: number,
): Map<string, Question> {
  let at = 0;
  return new Map(
    (questions as KeptQuestion[]).map((kept, i) => {
      const [id, text] = kept;
      const from = at;
      at += kept[4];
      const to = at;
      const read = () =>
        new Map(
          (parsed(wordings.slice(from, to)) as KeptWording[]).map((row) => [
            row[0],
            wordingOf(row, text, start),
          ]),
        );
      return [id, new RestoredQuestion(kept, counts[i] as KeptCount, start, read)];
    }),
  );
}

function boardOf({ cards, spelled, questions }: Rows, count: number, start: number): Board {
  const ids = new Map((questions as KeptQuestion[]).map(([id, , first]) => [first, id]));
  const idOf = (ref: Ref): string => (typeof ref === 'string' ? ref : (ids.get(ref) ?? ''));
  const board: Board = { cards: new Map(), count, spelled: new Map() };
  for (const [key, ...kin] of cards as [string, ...KeptCard[]][])
    board.cards.set(
      key,
      kin.map(([ref, at, verb, rest, pointed]) => ({ id: idOf(ref), at: at + start, verb, rest, pointed })),
    );
  for (const [letters, ref, at] of spelled as [string, Ref, number][])
    board.spelled.set(letters, { id: idOf(ref), at: at + start });
  return board;
}
