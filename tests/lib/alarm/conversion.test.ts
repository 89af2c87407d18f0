import { expect, test } from 'vitest';
import { conversionOf } from '../../../lib/alarm/conversion.ts';
import { type Bucket, bucketMs, emptyBucket } from '../../../lib/alarm/course.ts';
import { start } from '../../fixtures/day.ts';

const standing = { part: '', isBlind: false, viewers: null, likes: null, speakers: 0 };

/** An hour in which 1,000 people place `rate` orders in ten seconds, of which the last ten minutes are changed. */
function course(rate: number, change: (bucket: Bucket, i: number) => Partial<Bucket> = () => ({})) {
  let orders = 0;
  const buckets: Bucket[] = [];
  for (let i = 0; i < 360; i++) {
    orders += rate;
    const bucket = emptyBucket(start + i * bucketMs, { ...standing, online: 1000, orders });
    buckets.push(i < 300 ? bucket : { ...bucket, ...change(bucket, i - 300) });
  }
  return { buckets, since: start };
}
/** Orders that come at a share of their usual pace from then on. */
const slowed = (share: number, rate: number) => (bucket: Bucket, i: number) => ({
  orders: bucket.orders! - Math.round((i + 1) * rate * (1 - share)),
});

test('where a fifth fewer orders come than as many viewers usually place, conversion is low', () => {
  expect(conversionOf(course(5, slowed(0.7, 5)))).toMatchObject({ orders: 210, expected: 300, isLow: true });
});

test('a little fewer is none, nor is a fall that chance explains', () => {
  expect(conversionOf(course(5, slowed(0.9, 5)))?.isLow).toBe(false);
  expect(conversionOf(course(0.5, slowed(0.7, 0.5)))?.isLow).not.toBe(true);
});

test('where half the viewers have left, half the orders are no fall', () => {
  const both = (bucket: Bucket, i: number) => ({ ...slowed(0.5, 5)(bucket, i), online: 500 });

  expect(conversionOf(course(5, both))).toMatchObject({ expected: 150, isLow: false });
});

test('a figure that vanishes, goes backwards or is set anew tells of no fall', () => {
  expect(conversionOf(course(5, () => ({ orders: null })))).toBeNull();
  expect(conversionOf(course(5, () => ({ online: null })))).toBeNull();
  expect(conversionOf(course(5, () => ({ online: 0 })))).toBeNull();
  // begun again from nothing, and then at its usual pace
  expect(conversionOf(course(5, (_, i) => ({ orders: i * 5 })))?.isLow).toBe(false);
  expect(conversionOf(course(5, (_, i) => ({ orders: 1000 - i })))).toBeNull();
});

test('what capture could not hear is not judged, nor a room too young to know', () => {
  expect(conversionOf(course(5, () => ({ isBlind: true })))).toBeNull();
  const { buckets } = course(5, slowed(0, 5));
  expect(conversionOf({ buckets: buckets.slice(-100), since: start + 260 * bucketMs })).toBeNull();
});
