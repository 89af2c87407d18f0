import type { ActEvent, CommentEvent, DraftEvent, Finding, HealthEvent, MetricEvent } from '../model.ts';
import type { Reading } from '../reply/types.ts';

/** A comment as the feed shows it. */
export type FeedRow = CommentEvent & { seq: number; reading: Reading };

/** Same questions in other words, as one. */
export interface Question {
  /** id of the first comment */
  id: string;
  text: string;
  reading: Reading;
  count: number;
  /** distinct people who asked */
  askers: Set<string>;
  /** of them, those who carry 已加购 or 已下单 */
  buyers: Set<string>;
  firstAt: number;
  lastAt: number;
  /** null while it waits */
  answeredAt: number | null;
  how: 'filled' | 'spoken' | 'dismissed' | null;
}

/** A text of ours (typed, filled or said in the room) with what the rules of that moment found in it. */
export interface JudgedText {
  seq: number;
  at: number;
  text: string;
  from: 'draft' | 'anchor';
  findings: readonly Finding[];
}

/** One room at one moment: all that panel, replay and report show. Only `fold` changes it. */
export interface RoomState {
  /** the next seq it expects */
  seq: number;
  live: boolean;
  firstAt: number | null;
  lastAt: number | null;
  /** newest last, bounded to `feedLimit` */
  feed: FeedRow[];
  questions: Map<string, Question>;
  figures: {
    comments: number;
    asked: number;
    answered: number;
    /** ms from first asked to answered, one per answer */
    waits: number[];
    /** comments per minute since firstAt */
    perMinute: number[];
  };
  metrics: Partial<Record<MetricEvent['name'], number>>;
  draft: Pick<DraftEvent, 'text' | 'findings'> | null;
  judged: JudgedText[];
  health: HealthEvent | null;
  /** what people did, newest last, bounded */
  acts: (ActEvent & { seq: number })[];
  /** gaps so far: comments that could not be seen */
  lost: number;
}

export const feedLimit = 2000;
