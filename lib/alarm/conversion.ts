import type { Tip } from './alarm.ts';
import { type Bucket, bucketMs, type Course } from './course.ts';

/** What is judged: five or ten minutes, against ten and up to forty before them. */
const windows = [60, 30];
const least = 60;
const reach = 240;
/** A room's first minutes are like no others (ms). */
const opening = 5 * 60_000;
/** The plans' level 2: a fifth less. */
const fall = 0.2;
/** Besides, more than chance makes of it: looked at every ten seconds, two deviations would come up now and then. */
const sigmas = 3;
/** With fewer orders to be expected nothing can be told. */
const leastExpected = 15;

/** Orders of the last minutes, and how many as many viewers would usually have placed. */
export interface Conversion {
  minutes: number;
  orders: number;
  expected: number;
  isLow: boolean;
}

/** Orders by people online, now against before; null where the page tells too little of either. */
export function conversionOf(course: Pick<Course, 'buckets' | 'since'>): Conversion | null {
  const found = windows.flatMap((window) => within(course, window) ?? []);
  return found.find(({ isLow }) => isLow) ?? found[0] ?? null;
}

function within({ buckets, since }: Pick<Course, 'buckets' | 'since'>, window: number): Conversion | null {
  const cut = buckets.length - window;
  if (since === null || cut < least) return null;
  const now = told(buckets, cut, buckets.length, since);
  const before = told(buckets, Math.max(1, cut - reach), cut, since);
  // holes are no fall
  if (now.length < window * 0.8 || before.length < least) return null;
  const rate = sumOf(before, 'orders') / sumOf(before, 'online');
  const expected = rate * sumOf(now, 'online');
  if (!Number.isFinite(expected) || expected < leastExpected) return null;
  const orders = sumOf(now, 'orders');
  // what is usual is itself known by so many orders only
  const far = sigmas * Math.sqrt(expected * burstsOf(before) * (1 + expected / sumOf(before, 'orders')));
  return {
    minutes: (window * bucketMs) / 60_000,
    orders,
    expected,
    isLow: orders <= expected * (1 - fall) && orders <= expected - far,
  };
}

/** Tells of a conversion that fell with the bucket that ended last. */
export function conversionTip(course: Course): Tip[] {
  const found = conversionOf(course);
  if (!found?.isLow) return [];
  return [
    {
      kind: 'deviation',
      subject: 'conversion:down',
      at: course.buckets.at(-1)!.at + bucketMs,
      risk: 2,
      grounds: { value: found.orders, usual: found.expected, limit: found.minutes },
    },
  ];
}

interface Sold {
  orders: number;
  online: number;
}

/** Buckets of which both figures are known; a total that went backwards tells nothing. */
function told(buckets: readonly Bucket[], from: number, to: number, since: number): Sold[] {
  const sold: Sold[] = [];
  for (let i = from; i < to; i++) {
    const [bucket, before] = [buckets[i]!, buckets[i - 1]];
    const { online, orders, isBlind } = bucket;
    if (isBlind || online === null || online === 0 || orders === null || before?.orders == null) continue;
    if (orders >= before.orders && bucket.at - since >= opening)
      sold.push({ online, orders: orders - before.orders });
  }
  return sold;
}

const sumOf = (all: readonly Sold[], name: keyof Sold): number =>
  all.reduce((sum, one) => sum + one[name], 0);

/** How much more orders stray than single ones by chance would: variance over mean, at least 1. */
function burstsOf(all: readonly Sold[]): number {
  const mean = sumOf(all, 'orders') / all.length;
  if (mean === 0) return 1;
  const variance = all.reduce((sum, { orders }) => sum + (orders - mean) ** 2, 0) / all.length;
  return Math.max(1, variance / mean);
}
