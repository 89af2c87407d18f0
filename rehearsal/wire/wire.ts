import type { Crowd } from '../crowd.ts';
import type { Awkwardness, StageOptions } from '../options.ts';
import type { Random } from '../random.ts';
import type { Room } from '../room.ts';

/** A request as it came in. */
export interface Visit {
  method: string;
  url: URL;
  body: string;
}

export interface Answer {
  status?: number;
  /** content type */
  type: string;
  body: string | Buffer;
}

/** How much of the feed is as it was: see StageOptions. */
type Feed = 'known' | 'renamed' | 'hidden';

/** What a platform's server works with. */
export interface Backstage {
  room: Room;
  crowd: Crowd;
  awkward: Awkwardness;
  pollMs: number;
  feed: Feed;
  /** see StageOptions.kuaishouPush */
  push: NonNullable<StageOptions['kuaishouPush']>;
  random: Random;
  now: () => number;
}

export const json = (body: unknown): Answer => ({
  type: 'application/json; charset=utf-8',
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** ms until the page should ask again: at once when more is waiting. */
export const askAgain = (more: boolean, pollMs: number): number => (more ? 10 : pollMs);
