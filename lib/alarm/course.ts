/** What ten seconds of the room held. Viewers' comments only, and only those that came while we listened. */
export interface Bucket {
  /** ms epoch at which it begins */
  at: number;
  /** kind of the segment that ran; '' without a run of show */
  part: string;
  /** capture was in trouble: nothing is to be concluded from this one */
  isBlind: boolean;
  comments: number;
  questions: number;
  positive: number;
  negative: number;
  complaints: number;
  /** answers given, and what they took together (ms) */
  answers: number;
  waits: number;
  /** who came in */
  entered: number;
  /** the page's own totals when it ended; null while it has told none */
  online: number | null;
  viewers: number | null;
  likes: number | null;
  orders: number | null;
  /** different people who have spoken so far */
  speakers: number;
}

/** The room's figures over the last hour. */
export interface Course {
  /** up to where time has been worked up (ms epoch) */
  clock: number | null;
  /** since when it has gone on without a break in its time (ms epoch) */
  since: number | null;
  /** closed ones, oldest first, an hour of them */
  buckets: Bucket[];
  open: Bucket | null;
}

/** Length of a bucket (ms). */
export const bucketMs = 10_000;
const keptBuckets = 360;
const spareBuckets = 60;
/** A longer silence, or a clock set back by more, begins a new course (ms). */
export const longestSilence = 10 * 60_000;
const setBack = 60_000;

export const createCourse = (): Course => ({ clock: null, since: null, buckets: [], open: null });

/** What a bucket begins with: what goes on across its start. */
export type Standing = Pick<
  Bucket,
  'part' | 'isBlind' | 'online' | 'viewers' | 'likes' | 'orders' | 'speakers'
>;

/**
 * Moves the course on to `now` (ms epoch) in place, and tells of each bucket that ended on the way. Where the clock
 * jumps, a new course begins: what was usual by the old clock says nothing.
 */
export function advance(course: Course, now: number, standing: () => Standing, onEnd: () => void): void {
  const { clock } = course;
  if (clock === null || now - clock > longestSilence || clock - now > setBack) {
    course.clock = now;
    course.since = now;
    course.buckets = [];
    course.open = emptyBucket(now, standing());
    return;
  }
  if (now <= clock) return;
  course.clock = now;
  while (course.open && now >= course.open.at + bucketMs) {
    const ended = Object.assign(course.open, standing(), {
      part: course.open.part,
      isBlind: course.open.isBlind || standing().isBlind,
    });
    course.buckets.push(ended);
    if (course.buckets.length > keptBuckets + spareBuckets) course.buckets.splice(0, spareBuckets);
    course.open = emptyBucket(ended.at + bucketMs, standing());
    onEnd();
  }
}

/** Ten seconds in which nothing happened yet; `standing` is what goes on from before. */
export const emptyBucket = (at: number, standing: Standing): Bucket => ({
  at,
  comments: 0,
  questions: 0,
  positive: 0,
  negative: 0,
  complaints: 0,
  answers: 0,
  waits: 0,
  entered: 0,
  ...standing,
});

/** A copy to look ahead with; the course itself stays as it is. */
export const copyCourse = ({ buckets, open, ...times }: Course): Course => ({
  ...times,
  buckets: buckets.slice(),
  open: open && { ...open },
});
