import type { Course } from '../alarm/course.ts';
import type {
  ActEvent,
  AudienceEvent,
  CommentEvent,
  DraftEvent,
  GapEvent,
  GoodsEvent,
  HealthEvent,
  LackEvent,
  MetricEvent,
} from '../model.ts';
import type { Board } from '../reply/board.ts';
import type { Reading } from '../reply/types.ts';
import type { Tools } from '../tools/run.ts';
import type { AlarmState } from './alarms.ts';
import type { Chorus, Praise } from './chorus.ts';
import type { Hot } from './hot.ts';
import type { PlanState } from './plans.ts';
import type { Prompt } from './prompt.ts';
import type { Question } from './question.ts';
import type { ShowState } from './show.ts';
import type { Voice } from './voice.ts';

export type { Question };

/** A comment as the feed shows it. */
export type FeedRow = CommentEvent & { seq: number; reading: Reading };

/**
 * A step in the life of a question or of a reply, and the seq of the event that made it. `joined`: asked once more while
 * it waits or just as it was answered, `again`: asked anew after an answer. `wait` is ms from `since` to the answer,
 * `fill` the seq of the fill that was then seen in the room. The state keeps none of them: see `fold`.
 */
export type Turn = { seq: number; at: number } & (
  | { what: 'asked' | 'joined' | 'again'; question: string }
  | { what: NonNullable<Question['how']>; question: string; wait: number }
  | { what: 'sent'; fill: number; text: string; isExact: boolean }
);

/** Hears of each turn as it happens. */
export type OnTurn = (turn: Turn) => void;

/** A text of ours that was said in the room. Views judge it: with the rules of now, or of then. */
export interface SaidText {
  seq: number;
  at: number;
  text: string;
}

/** One room at one moment: all that panel, replay and report show. Only `fold` changes it. */
export interface RoomState {
  /** the next seq it expects */
  seq: number;
  live: boolean;
  firstAt: number | null;
  lastAt: number | null;
  /** newest last, at least the last `feedLimit` comments */
  feed: FeedRow[];
  board: Board;
  /** open and answered questions by id, oldest first */
  questions: Map<string, Question>;
  /** wordings that were split off → their card */
  apart: Map<string, string>;
  /** hashes of who has spoken, the newest last, bounded */
  speakers: Set<number>;
  /** questions that no script answers, as a person noted; newest last, bounded */
  lacks: (LackEvent & { seq: number })[];
  /** what was filled and has not been seen in the room yet */
  filled: { seq: number; at: number; text: string; question: string | null } | null;
  figures: {
    comments: number;
    asked: number;
    answered: number;
    /** questions that wait now */
    waiting: number;
    /** ms from `since` to the answer, one per answer */
    waits: number[];
    /** comments per minute, counted from `firstAt` */
    perMinute: number[];
  };
  metrics: Partial<Record<MetricEvent['name'], number>>;
  /** what viewers did, counted */
  audience: Partial<Record<AudienceEvent['what'], number>>;
  goods: Pick<GoodsEvent, 'items' | 'explaining'>;
  /** near-same praise from several accounts, oldest first, bounded */
  choruses: Chorus[];
  /** praise of the last minutes, from which a chorus may come */
  praise: Praise[];
  draft: Pick<DraftEvent, 'text' | 'findings'> | null;
  /** newest last, bounded */
  said: SaidText[];
  health: HealthEvent | null;
  /** what kept capture from listening and when it began, null when it was over; newest last, bounded */
  troubles: { at: number; trouble: HealthEvent['trouble'] }[];
  /** newest last, bounded */
  gaps: GapEvent[];
  /** what people did, newest last, bounded */
  acts: (ActEvent & { seq: number })[];
  show: ShowState;
  plans: PlanState;
  /** what the host reads */
  prompt: Prompt;
  /** votes, quizzes, draws and countdowns */
  tools: Tools;
  /** the figures of the last hour, in steps of ten seconds */
  course: Course;
  hot: Hot;
  alarms: AlarmState;
  /** what the host said, where it is listened to */
  voice: Voice;
  /** how often a model was asked in this session */
  modelCalls: number;
  /** comments that could not be seen, by the gaps' own count */
  lost: number;
}

/** The feed keeps this many rows and at most as many again before it is cut. */
export const feedLimit = 2000;
