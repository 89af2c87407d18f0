import type { Tip } from './alarm.ts';
import { type Bucket, bucketMs, type Course } from './course.ts';
import { usualOf } from './usual.ts';

/** The figures that are held against their own course. */
const watchedFigures = ['comments', 'questions', 'entered', 'online', 'likes', 'orders'] as const;
export type WatchedFigure = (typeof watchedFigures)[number];

/** A room's first minutes are like no others (ms). */
const opening = 5 * 60_000;
/** So many buckets in a row must be off: one spike is none. */
const inRow = 3;
/** The course that is usual: half an hour, of which at least three minutes must be known. */
const reach = 180;
const least = 18;
/** A new kind of segment first finds its own pace (ms). */
const settling = 60_000;
/** How much must change for anybody to care, besides standing out: shares of the usual. */
const leastRise = 0.6;
const leastFall = 0.5;
/** Rare things come in twos and threes. */
const leastMore = 5;
/** What is known for less than ten minutes is known badly: it must stand out more. */
const wellKnown = 60;
const doubt = 1.5;
/** A level such as people online moves slowly: its steps of a minute are judged. */
const stepBuckets = 6;
const leastStep = 0.15;
const leastOnline = 20;

type Reader = (bucket: Bucket, before: Bucket | undefined) => number | null;

/** What a bucket added; null where the page told nothing or its total went backwards. */
const readers: Record<Exclude<WatchedFigure, 'online'>, Reader> = {
  comments: ({ comments }) => comments,
  questions: ({ questions }) => questions,
  entered: ({ entered }) => entered,
  likes: (bucket, before) => gained(bucket.likes, before?.likes),
  orders: (bucket, before) => gained(bucket.orders, before?.orders),
};

const gained = (value: number | null, before: number | null | undefined): number | null =>
  value === null || before == null || value < before ? null : value - before;

/** Counts of the open bucket that are watched as they grow. */
const growing = ['comments', 'questions', 'entered'] as const;

/** From which value on the open bucket tips each count, and what would be usual; worked out once a bucket. */
export type Bars = Partial<Record<(typeof growing)[number], { bar: number; usual: number }>>;

/** What has left its course with the bucket that ended last. Pure. */
export function deviationsOf(course: Course, sigmas: number): Tip[] {
  const context = contextOf(course);
  if (!context) return [];
  const at = course.buckets.at(-1)!.at + bucketMs;
  return watchedFigures.flatMap((figure) => {
    const off =
      figure === 'online' ? stepOff(context, sigmas) : countOff(context, readers[figure], sigmas, inRow);
    return off ? [tipOf(figure, off, at)] : [];
  });
}

/** The values at which the open bucket makes a row of buckets that are too high; none where the ones before are not. */
export function barsOf(course: Course, sigmas: number): Bars {
  const context = contextOf(course);
  const bars: Bars = {};
  for (const figure of context ? growing : []) {
    const off = countOff(context!, readers[figure], sigmas, inRow - 1);
    if (off && off.value > off.usual) bars[figure] = { bar: Math.ceil(off.bar), usual: off.usual };
  }
  return bars;
}

/** What the open bucket tips just now. Pure. */
export const tipsAtBars = (open: Bucket, bars: Bars, at: number): Tip[] =>
  growing.flatMap((figure) => {
    const bar = bars[figure];
    return bar && open[figure] >= bar.bar
      ? [tipOf(figure, { value: open[figure], usual: bar.usual }, at)]
      : [];
  });

interface Off {
  value: number;
  usual: number;
  /** the least or the most that is still off */
  bar: number;
}

const tipOf = (figure: WatchedFigure, { value, usual }: Pick<Off, 'value' | 'usual'>, at: number): Tip => ({
  kind: 'deviation',
  subject: `${figure}:${value > usual ? 'up' : 'down'}`,
  at,
  // who leaves, and what is no longer bought, is lost; a rush is mostly welcome
  risk: value < usual && (figure === 'orders' || figure === 'online') ? 2 : 1,
  grounds: { value, usual },
});

interface Context {
  /** the last ones, to be judged */
  recent: Bucket[];
  /** all of which something can be concluded, in pairs with the one before */
  past: [Bucket, Bucket | undefined][];
  buckets: readonly Bucket[];
}

/** What is judged against what; null while too little is known. */
function contextOf({ buckets, since }: Course): Context | null {
  const recent = buckets.slice(-inRow);
  const last = recent.at(-1);
  if (!last || since === null || recent.length < inRow || recent.some(({ isBlind }) => isBlind)) return null;
  const from = Math.max(0, buckets.length - inRow - reach);
  const past: [Bucket, Bucket | undefined][] = [];
  for (let i = from; i < buckets.length - inRow; i++) {
    const bucket = buckets[i]!;
    if (bucket.at - since >= opening && !bucket.isBlind) past.push([bucket, buckets[i - 1]]);
  }
  const alike = past.filter(([{ part }]) => part === last.part);
  const isNew = buckets.slice(-settling / bucketMs).some(({ part }) => part !== last.part);
  if (isNew) return null;
  const usable = alike.length >= least ? alike : past;
  return usable.length < least ? null : { recent, past: usable, buckets };
}

/** Whether the last `length` buckets are all too high, or all too low, by the same measure. */
function countOff({ past, buckets }: Context, read: Reader, sigmas: number, length: number): Off | null {
  const usual = usualOf(past.flatMap(([bucket, before]) => read(bucket, before) ?? []));
  if (!usual) return null;
  const { middle } = usual;
  // counts stray by their root at the least
  const far = (spread: number) =>
    sigmas * Math.max(spread, Math.sqrt(middle), 1) * (past.length < wellKnown ? doubt : 1);
  const high = middle + Math.max(far(usual.rise), leastRise * middle, leastMore);
  const low = middle - Math.max(far(usual.spread), leastFall * middle);
  const values: number[] = [];
  for (let i = buckets.length - length; i < buckets.length; i++) {
    const value = buckets[i] ? read(buckets[i]!, buckets[i - 1]) : null;
    if (value === null) return null;
    values.push(value);
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / length;
  if (values.every((value) => value >= high)) return { value: mean, usual: middle, bar: high };
  if (low >= 0 && values.every((value) => value <= low)) return { value: mean, usual: middle, bar: low };
  return null;
}

/** Whether people online have moved within a minute as they usually do not, and for good. */
function stepOff({ past, buckets }: Context, sigmas: number): Off | null {
  const levelAt = (i: number) => buckets[i]?.online ?? null;
  const steps: number[] = [];
  const first = buckets.length - inRow - past.length;
  for (let i = Math.max(stepBuckets, first); i < buckets.length - inRow; i++) {
    const [now, before] = [levelAt(i), levelAt(i - stepBuckets)];
    if (now !== null && before !== null) steps.push(now - before);
  }
  const usual = usualOf(steps);
  const before = levelAt(buckets.length - inRow - stepBuckets);
  if (!usual || steps.length < least || before === null || before < leastOnline) return null;
  const far = Math.max(sigmas * usual.spread, leastStep * before, 2 * Math.sqrt(before));
  const recent: number[] = [];
  for (let i = buckets.length - inRow; i < buckets.length; i++) {
    const level = levelAt(i);
    if (level === null) return null;
    recent.push(level);
  }
  const isUp = recent.every((level) => level - before - usual.middle >= far);
  const isDown = recent.every((level) => before + usual.middle - level >= far);
  return isUp || isDown ? { value: recent.at(-1)!, usual: before, bar: before + (isUp ? far : -far) } : null;
}
