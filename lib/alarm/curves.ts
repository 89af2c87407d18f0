import type { Bucket, Course } from './course.ts';

/** The figures that the board draws. */
export const curveNames = [
  'comments',
  'questions',
  'answered',
  'wait',
  'online',
  'likes',
  'orders',
  'interaction',
  'mood',
] as const;
export type CurveName = (typeof curveNames)[number];

/** A figure over the last hour; null where nothing was told. */
export interface Curve {
  /** ms epoch at which each step begins */
  at: number[];
  values: (number | null)[];
}

/** Three buckets make a step. */
const step = 3;

type Reader = (steps: readonly Bucket[], before: Bucket | undefined) => number | null;

const sum = (steps: readonly Bucket[], of: (bucket: Bucket) => number): number =>
  steps.reduce((all, one) => all + of(one), 0);
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
/** What a total of the page's gained; one that went backwards tells nothing. */
const gained =
  (of: (bucket: Bucket) => number | null): Reader =>
  (steps, before) => {
    const [from, to] = [before && of(before), of(steps.at(-1)!)];
    return from == null || to === null || to < from ? null : to - from;
  };

const readers: Record<CurveName, Reader> = {
  comments: (steps) => sum(steps, ({ comments }) => comments),
  questions: (steps) => sum(steps, ({ questions }) => questions),
  answered: (steps) => sum(steps, ({ answers }) => answers),
  wait: (steps) =>
    share(
      sum(steps, ({ waits }) => waits),
      sum(steps, ({ answers }) => answers),
    ),
  online: (steps) => steps.at(-1)!.online,
  likes: gained(({ likes }) => likes),
  orders: gained(({ orders }) => orders),
  interaction: (steps) => interactionOf(steps.at(-1)!),
  mood: (steps) =>
    share(
      sum(steps, ({ negative }) => negative),
      sum(steps, ({ comments }) => comments),
    ),
};

/** People who have spoken, of all who have watched; null where the page tells no such total. */
export const interactionOf = ({ speakers, viewers }: Pick<Bucket, 'speakers' | 'viewers'>): number | null =>
  viewers === null || viewers === 0 ? null : Math.min(1, speakers / viewers);

/** One figure in steps of half a minute, of the buckets that have ended. Pure. */
export function curveOf({ buckets }: Pick<Course, 'buckets'>, name: CurveName): Curve {
  const curve: Curve = { at: [], values: [] };
  for (let i = buckets.length % step; i < buckets.length; i += step) {
    const steps = buckets.slice(i, i + step);
    curve.at.push(steps[0]!.at);
    curve.values.push(readers[name](steps, buckets[i - 1]));
  }
  return curve;
}
