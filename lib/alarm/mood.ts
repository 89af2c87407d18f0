import type { Bucket, Course } from './course.ts';
import { beyond } from './usual.ts';

/** The window in which the mood is told (buckets, with the open one) and the least comments that tell it. */
const windowBuckets = 12;
const leastComments = 20;
/** A handful of bad words is no mood. */
const leastNegative = 6;
/** It is looked at with each comment: two deviations would come up by chance every few minutes. */
const sigmas = 3;
/** The course that is usual, and how many comments it must hold to be believed. */
const reach = 180;
const leastUsual = 100;
/** What rooms are usually like, where nothing better is known. */
const plain = 0.1;
const opening = 2 * 60_000;

/** How the room feels now, and how it usually does: shares of comments, 0 to 1. */
export interface Mood {
  comments: number;
  negative: number;
  share: number;
  usual: number;
  /** more than chance makes of the usual share */
  isUnusual: boolean;
}

/** The mood of the last two minutes; null while too little was said. */
export function moodOf({ buckets, open, since }: Course): Mood | null {
  const cut = Math.max(0, buckets.length - windowBuckets + 1);
  const now = sumOf(open ? [...buckets.slice(cut), open] : buckets.slice(cut));
  if (now.comments < leastComments) return null;
  const before = sumOf(
    buckets.slice(Math.max(0, cut - reach), cut).filter(({ at }) => at - (since ?? 0) >= opening),
  );
  const usual = before.comments >= leastUsual ? before.negative / before.comments : plain;
  return {
    ...now,
    share: now.negative / now.comments,
    usual,
    isUnusual: now.negative >= Math.max(beyond(now.comments * usual, sigmas), leastNegative),
  };
}

function sumOf(buckets: readonly Bucket[]): { comments: number; negative: number } {
  let comments = 0;
  let negative = 0;
  for (const bucket of buckets) {
    comments += bucket.comments;
    negative += bucket.negative;
  }
  return { comments, negative };
}

/** Where nothing is usual yet: share of the comments. */
const leastShare = 0.08;

/** So many people complaining within five minutes would be unusual: far more than chance makes of what is usual. */
export function unusualComplaints({ buckets, open, since }: Course): number {
  const cut = Math.max(0, buckets.length - complaintBuckets + 1);
  const comments = sumOf(open ? [...buckets.slice(cut), open] : buckets.slice(cut)).comments;
  const before = buckets
    .slice(Math.max(0, cut - reach), cut)
    .filter(({ at }) => at - (since ?? 0) >= opening);
  if (before.length < complaintBuckets) return Math.ceil(leastShare * comments);
  const usual = (before.reduce((sum, one) => sum + one.complaints, 0) / before.length) * complaintBuckets;
  return Math.ceil(beyond(1.5 * usual, complaintSigmas));
}

const complaintSigmas = 3.5;
/** Five minutes. */
const complaintBuckets = 30;

/** Complaints within the last hour. */
export const complaintsOf = ({ buckets, open }: Course): number =>
  buckets.reduce((sum, one) => sum + one.complaints, open?.complaints ?? 0);
