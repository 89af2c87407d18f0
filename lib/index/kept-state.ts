import type { CommentEvent } from '../model.ts';
import { readComment } from '../reply/read.ts';
import { sense } from '../reply/sense.ts';
import { type Chorus, pairsOf } from '../room/chorus.ts';
import type { Question, Wording } from '../room/question.ts';
import type { FeedRow, RoomState } from '../room/state.ts';
import { bothTraits, noTraits, type Traits } from '../room/viewer.ts';
import { lazily } from './lazy.ts';
import { readLines, writeLines } from './lines.ts';

/** A room without what can be read again: the comments of its feed, what was read out of texts. */
type Kept = Omit<RoomState, 'feed' | 'questions' | 'praise' | 'choruses'> & {
  /** seqs of the rows in the feed's order: the first, then each as the step from the one before */
  feed: number[];
  questions: KeptQuestion[];
  /** all that praise points at, and how many of them the room still lists, which are the last ones */
  choruses: Chorus[];
  listed: number;
  praise: [at: number, user: string, text: string, chorus: number][];
};

/** Its people stand in its wordings. */
type KeptQuestion = Omit<Question, 'reading' | 'askers' | 'wordings'> & { wordings: KeptWording[] };
/** Short, for there are tens of thousands; times in ms since the room's first event. */
interface KeptWording {
  k: string;
  /** where it is not the key */
  t?: string;
  /** first seq, count, `lastAt`, `since` */
  n: [first: number, count: number, lastAt: number, since: number | null];
  a?: Wording['answered'];
  /** a person and what is known of them is one number */
  p: number[];
}

/** A room as lines of text. */
export function linesOf({ feed, questions, praise, choruses, ...plain }: RoomState): string[] {
  const listed = new Set(choruses);
  const heard = [
    ...new Set(praise.flatMap(({ chorus }) => (chorus && !listed.has(chorus) ? [chorus] : []))),
    ...choruses,
  ];
  return writeLines({
    ...plain,
    feed: feed.map(({ seq }, i) => seq - (feed[i - 1]?.seq ?? 0)),
    questions: Array.from(questions.values(), (one) => keptQuestion(one, plain.firstAt ?? 0)),
    choruses: heard,
    listed: choruses.length,
    praise: praise.map(({ at, user, text, chorus }) => [at, user, text, chorus ? heard.indexOf(chorus) : -1]),
  } satisfies Kept);
}

/** A room that is kept: `feed` are the seqs of its rows, in the feed's order. */
export interface KeptRoom {
  feed: readonly number[];
  /** The room again, once; `rowOf` gives the feed's comments, undefined for those that can no longer be read. */
  state(rowOf: (seq: number) => (CommentEvent & { seq: number }) | undefined): RoomState;
}

/** Reads a room's lines. What is large is read when somebody looks at it. Throws when the lines are none of ours. */
export function keptRoom(lines: readonly string[]): KeptRoom {
  const kept = readLines(lines) as Kept;
  let seq = 0;
  const feed = kept.feed.map((step) => (seq += step));
  return {
    feed,
    state(rowOf) {
      const { questions, choruses, praise, listed } = kept;
      // in place: what nobody has looked at stays unread
      const state = kept as unknown as RoomState;
      Reflect.deleteProperty(state, 'listed');
      state.feed = feed.flatMap((one) => {
        const row = rowOf(one);
        return row ? [withReading(row) as FeedRow] : [];
      });
      state.questions = new Map(questions.map((one) => [one.id, questionOf(one, state.firstAt ?? 0)]));
      state.choruses = listed > 0 ? choruses.slice(-listed) : [];
      state.praise = praise.map(([at, user, text, chorus]) =>
        lazily({ at, user, text, chorus: choruses[chorus] ?? null }, 'pairs', () =>
          pairsOf(sense(text).text),
        ),
      );
      return state;
    },
  };
}

const withReading = <T extends { text: string }>(said: T) =>
  lazily(said, 'reading', () => readComment(said.text));

/** Traits are bits below it. */
const kinds = 2 ** Object.keys(noTraits()).length;

const keptQuestion = (
  { reading: _, askers: __, wordings, ...question }: Question,
  start: number,
): KeptQuestion => ({
  ...question,
  wordings: Array.from(wordings, ([k, { text, first, count, lastAt, since, answered, askers }]) => ({
    k,
    ...(text !== k && { t: text }),
    n: [first, count, lastAt - start, since === null ? null : since - start],
    ...(answered && { a: answered }),
    p: Array.from(askers, ([asker, held]) => asker * kinds + held),
  })),
});

function questionOf(kept: KeptQuestion, start: number): Question {
  // looking at the wordings would read them
  const own = Object.keys(kept).filter((key) => key !== 'wordings') as Exclude<
    keyof KeptQuestion,
    'wordings'
  >[];
  const plain = Object.fromEntries(own.map((key) => [key, kept[key]])) as Omit<KeptQuestion, 'wordings'>;
  const question: Question = lazily(
    lazily(withReading(plain), 'askers', () => {
      const askers = new Map<number, Traits>();
      for (const { p } of kept.wordings)
        for (const one of p) {
          const asker = Math.floor(one / kinds);
          askers.set(asker, bothTraits(askers.get(asker) ?? 0, one % kinds));
        }
      return askers;
    }),
    'wordings',
    () => new Map(kept.wordings.map((one) => [one.k, wordingOf(one, start, () => question.askers)])),
  );
  return question;
}

function wordingOf({ k, t = k, n, a = null, p }: KeptWording, start: number, all: () => unknown): Wording {
  const [first, count, lastAt, since] = n;
  const times = { lastAt: lastAt + start, since: since === null ? null : since + start };
  return lazily({ text: t, first, count, ...times, answered: a }, 'askers', () => {
    // the question's as they are now: who is added to a wording must be new there
    all();
    return new Map(p.map((one) => [Math.floor(one / kinds), one % kinds]));
  });
}
