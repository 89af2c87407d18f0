import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance, bucketMs, createCourse, type Standing } from '../../../lib/alarm/course.ts';
import { curveOf } from '../../../lib/alarm/curves.ts';

const standing = (over: Partial<Standing> = {}): Standing => ({
  part: '',
  isBlind: false,
  online: null,
  viewers: null,
  likes: null,
  orders: null,
  speakers: 0,
  ...over,
});

test('however time comes, buckets follow one another without holes and stay within an hour', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -7_200_000, max: 7_200_000 }), { maxLength: 400 }), (steps) => {
      const course = createCourse();
      let now = 1_790_000_000_000;
      for (const step of steps) {
        now += step;
        advance(
          course,
          now,
          () => standing(),
          () => {},
        );
        const { buckets, open, clock } = course;
        expect(buckets.length).toBeLessThanOrEqual(420);
        expect(open!.at).toBeLessThanOrEqual(clock!);
        for (const [i, { at }] of buckets.entries()) expect((buckets[i + 1] ?? open!).at - at).toBe(bucketMs);
      }
    }),
  );
});

test('a total that goes backwards, or vanishes, leaves a hole in its curve and no fall', () => {
  const course = createCourse();
  const likes = [100, 130, 160, 190, 220, 250, 40, 70, 100, null, null, null];
  for (const [i, value] of likes.entries()) {
    advance(
      course,
      i * bucketMs + 1_790_000_000_000,
      () => standing({ likes: value ?? null }),
      () => {},
    );
  }
  advance(
    course,
    likes.length * bucketMs + 1_790_000_000_000,
    () => standing({ likes: null }),
    () => {},
  );

  const { values } = curveOf(course, 'likes');
  expect(values.filter((value) => value !== null).every((value) => value >= 0)).toBe(true);
  expect(values).toContain(null);
});
